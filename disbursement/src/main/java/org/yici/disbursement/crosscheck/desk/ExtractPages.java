package org.yici.disbursement.crosscheck.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.crosscheck.extract.BringExtract;
import org.yici.disbursement.crosscheck.extract.Extract;
import org.yici.disbursement.crosscheck.extract.ExtractId;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.extract.ExtractRows;
import org.yici.disbursement.crosscheck.extract.Extracts;
import org.yici.disbursement.crosscheck.extract.FileExtract;
import org.yici.disbursement.crosscheck.words.CheckWords;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Extracts for people: what is there, what is missing, brought in, tried, filed. */
@Controller
final class ExtractPages {

    private static final int LINES = 50;

    private final Extracts extracts;
    private final ExtractRows rows;
    private final BringExtract bringExtract;
    private final FileExtract fileExtract;
    private final CheckWords words;
    private final StaffNames names;
    private final FormAnswers answers;
    private final ProgramClock clock;
    private final Scheduler sheetScheduler;

    ExtractPages(
            Extracts extracts,
            ExtractRows rows,
            BringExtract bringExtract,
            FileExtract fileExtract,
            CheckWords words,
            StaffNames names,
            FormAnswers answers,
            ProgramClock clock,
            Scheduler sheetScheduler) {
        this.extracts = extracts;
        this.rows = rows;
        this.bringExtract = bringExtract;
        this.fileExtract = fileExtract;
        this.words = words;
        this.names = names;
        this.answers = answers;
        this.clock = clock;
        this.sheetScheduler = sheetScheduler;
    }

    /** A row that cannot be kept, or was taken for a total, as its page shows it. */
    record WrongLine(int row, List<WrongCell> cells) {}

    /** @param column empty where it is about the row */
    record WrongCell(String cell, String column, String shown, String message) {}

    @GetMapping({Addresses.HOME, Addresses.EXTRACTS})
    Mono<Rendering> list(StaffMember reader, @RequestParam(defaultValue = "") String after) {
        Addresses.requireReader(reader);
        return Mono.zip(
                        extracts.before(Addresses.before(after), LINES + 1).collectList(),
                        extracts.validOn(clock.today()).map(Extract::kind).collectList())
                .flatMap(found -> names.of(found.getT1().stream()
                                .map(Extract::broughtBy)
                                .distinct()
                                .toList())
                        .map(known -> list(reader, found.getT1(), found.getT2(), known)));
    }

    private static Rendering list(
            StaffMember reader, List<Extract> found, List<ExtractKind> valid, Map<String, String> names) {
        List<Extract> shown = found.size() > LINES ? found.subList(0, LINES) : found;
        return Page.view("disbursement/crosscheck-extracts")
                .with("here", "crosschecks")
                .with("tab", "extracts")
                .with("rows", shown)
                .with("names", names)
                .with(
                        "missing",
                        List.of(ExtractKind.values()).stream()
                                .filter(kind -> !valid.contains(kind))
                                .toList())
                .with("mayBring", BringExtract.mayBring(reader))
                .with("next", found.size() > LINES ? shown.get(LINES - 1).id() : null)
                .build();
    }

    @GetMapping(Addresses.EXTRACTS + "/new")
    Mono<Rendering> blank(StaffMember actor) {
        Addresses.requireReader(actor);
        return Mono.just(form(Map.of("asOf", clock.today().toString()), null, HttpStatus.OK));
    }

    @PostMapping(path = Addresses.EXTRACTS + "/new", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<Rendering> bring(StaffMember actor, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        return exchange.getMultipartData()
                .map(UploadForm::of)
                .flatMap(form -> answers.after(
                        form.kept(sheetScheduler, words, locale, upload -> bringExtract.bring(actor, upload)),
                        locale,
                        Addresses::of,
                        (problem, status) -> Mono.just(form(form.fields(), problem, status))));
    }

    private static Rendering form(Map<String, String> typed, @Nullable Problem problem, HttpStatus status) {
        return Page.view("disbursement/crosscheck-extract-new")
                .with("here", "crosschecks")
                .with("tab", "extracts")
                .with("kinds", ExtractKind.values())
                .with("typed", typed)
                .with("back", FormBack.of(typed, problem))
                .status(status)
                .build();
    }

    @GetMapping(Addresses.EXTRACTS + "/{number}")
    Mono<Rendering> one(
            StaffMember reader,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String after,
            Locale locale) {
        Addresses.requireReader(reader);
        return page(reader, Addresses.extract(number), Addresses.after(after), locale, null, HttpStatus.OK);
    }

    @PostMapping(Addresses.EXTRACTS + "/{number}/filing")
    Mono<Rendering> file(StaffMember actor, @PathVariable String number, Locale locale) {
        return step(actor, number, id -> fileExtract.file(actor, id), Addresses::of, locale);
    }

    @PostMapping(Addresses.EXTRACTS + "/{number}/removal")
    Mono<Rendering> discard(StaffMember actor, @PathVariable String number, Locale locale) {
        return step(actor, number, id -> fileExtract.discard(actor, id), gone -> Addresses.HOME, locale);
    }

    /** How far the reading is, for a page that asks again and again. At the end it is told to load anew. */
    @GetMapping(Addresses.EXTRACTS + "/{number}/progress")
    Mono<Rendering> progress(StaffMember reader, @PathVariable String number, ServerWebExchange exchange) {
        Addresses.requireReader(reader);
        return found(Addresses.extract(number)).map(extract -> {
            if (extract.state() != Extract.State.READING) {
                exchange.getResponse().getHeaders().set("HX-Refresh", "true");
            }
            return Page.view("disbursement/crosscheck-progress :: progress")
                    .with("extract", extract)
                    .build();
        });
    }

    private Mono<Rendering> step(
            StaffMember actor,
            String number,
            Function<ExtractId, Mono<Outcome<ExtractId>>> step,
            Function<ExtractId, String> next,
            Locale locale) {
        ExtractId id = Addresses.extract(number);
        return answers.after(
                step.apply(id), locale, next, (problem, status) -> page(actor, id, 0, locale, problem, status));
    }

    private Mono<Rendering> page(
            StaffMember reader, ExtractId id, int after, Locale locale, @Nullable Problem problem, HttpStatus status) {
        return found(id).flatMap(extract -> Mono.zip(
                        rows.wrong(id, after, LINES + 1)
                                .map(wrong -> line(wrong, locale))
                                .collectList(),
                        names.of(List.of(extract.broughtBy())))
                .map(parts -> {
                    List<WrongLine> found = parts.getT1();
                    List<WrongLine> shown = found.size() > LINES ? found.subList(0, LINES) : found;
                    return Page.view("disbursement/crosscheck-extract")
                            .with("here", "crosschecks")
                            .with("tab", "extracts")
                            .with("extract", extract)
                            .with("names", parts.getT2())
                            .with("lines", shown)
                            .with(
                                    "next",
                                    found.size() > LINES ? shown.get(LINES - 1).row() : null)
                            .with("mayBring", BringExtract.mayBring(reader))
                            .with("back", FormBack.above(problem))
                            .status(status)
                            .build();
                }));
    }

    private WrongLine line(ExtractRows.Wrong wrong, Locale locale) {
        return new WrongLine(
                wrong.row(),
                wrong.problems().stream()
                        .map(problem -> new WrongCell(
                                problem.cell(),
                                problem.saysTotal() ? "" : words.column(problem.column(), locale),
                                problem.shown(),
                                words.problem(problem, locale)))
                        .toList());
    }

    private Mono<Extract> found(ExtractId id) {
        return extracts.find(id).switchIfEmpty(Mono.error(Addresses::notFound));
    }
}
