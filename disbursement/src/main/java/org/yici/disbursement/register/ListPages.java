package org.yici.disbursement.register;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.yici.disbursement.household.CategoryList;
import org.yici.disbursement.household.Divisions;
import org.yici.disbursement.household.sheet.CheckList;
import org.yici.disbursement.household.sheet.EnterList;
import org.yici.disbursement.household.sheet.ImportId;
import org.yici.disbursement.household.sheet.RegisterImport;
import org.yici.disbursement.household.sheet.RegisterImport.State;
import org.yici.disbursement.household.sheet.RegisterImports;
import org.yici.disbursement.household.sheet.RegisterLines;
import org.yici.disbursement.household.sheet.RegisterLines.Shown;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Lists for people: brought in, read row by row, entered, and how far that is. */
@Controller
final class ListPages {

    private static final int LINES = 50;

    private final CheckList checkList;
    private final EnterList enterList;
    private final RegisterImports imports;
    private final RegisterLines lines;
    private final LineWords lineWords;
    private final Divisions divisions;
    private final StaffNames names;
    private final FormAnswers answers;
    private final ProgramClock clock;
    private final Scheduler sheetScheduler;

    ListPages(
            CheckList checkList,
            EnterList enterList,
            RegisterImports imports,
            RegisterLines lines,
            LineWords lineWords,
            Divisions divisions,
            StaffNames names,
            FormAnswers answers,
            ProgramClock clock,
            Scheduler sheetScheduler) {
        this.checkList = checkList;
        this.enterList = enterList;
        this.imports = imports;
        this.lines = lines;
        this.lineWords = lineWords;
        this.divisions = divisions;
        this.names = names;
        this.answers = answers;
        this.clock = clock;
        this.sheetScheduler = sheetScheduler;
    }

    @GetMapping(ListAddresses.HOME)
    Mono<Rendering> list(StaffMember reader, @RequestParam(required = false) @Nullable String after) {
        long before = ImportId.parse(Objects.requireNonNullElse(after, ""))
                .map(ImportId::number)
                .orElse(Long.MAX_VALUE);
        return imports.before(before, LINES + 1).collectList().flatMap(found -> names.of(
                        found.stream().map(RegisterImport::broughtBy).distinct().toList())
                .map(known -> {
                    List<RegisterImport> rows = found.size() > LINES ? found.subList(0, LINES) : found;
                    return Page.view("disbursement/register-lists")
                            .with("here", "households")
                            .with("rows", rows)
                            .with("names", known)
                            .with("mayEnter", ListAddresses.mayEnter(reader))
                            .with(
                                    "next",
                                    found.size() > LINES ? rows.get(LINES - 1).id() : null)
                            .build();
                }));
    }

    @GetMapping(ListAddresses.HOME + "/new")
    Mono<Rendering> blank(StaffMember actor) {
        ListAddresses.requireIntake(actor);
        return form(Map.of(), null, HttpStatus.OK);
    }

    @PostMapping(path = ListAddresses.HOME + "/new", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<Rendering> bring(StaffMember actor, ServerWebExchange exchange) {
        ListAddresses.requireIntake(actor);
        return exchange.getMultipartData()
                .map(ListForm::of)
                .flatMap(form -> answers.after(
                        form.consent()
                                ? form.kept(sheetScheduler, upload -> checkList.bring(actor, upload))
                                : Mono.error(InvalidInput.of("consent", "input.register.consent")),
                        Language.of(exchange),
                        ListAddresses::of,
                        (problem, status) -> form(form.fields(), problem, status)));
    }

    private Mono<Rendering> form(Map<String, String> typed, @Nullable Problem problem, HttpStatus status) {
        return divisions.townships().collectList().map(townships -> Page.view("disbursement/register-list-new")
                .with("here", "households")
                .with("typed", typed)
                .with("back", FormBack.of(typed, problem))
                .with("categories", CategoryList.on(clock.today()).choices())
                .with("townships", townships)
                .status(status)
                .build());
    }

    @GetMapping(ListAddresses.HOME + "/{number}")
    Mono<Rendering> one(
            StaffMember reader,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after,
            Locale locale) {
        Shown shown = "refused".equals(show) ? Shown.REFUSED : "news".equals(show) ? Shown.NEWS : Shown.ALL;
        return page(reader, ListAddresses.list(number), shown, ListAddresses.row(after), locale, null, HttpStatus.OK);
    }

    @PostMapping(ListAddresses.HOME + "/{number}/confirmation")
    Mono<Rendering> confirm(StaffMember actor, @PathVariable String number, Locale locale) {
        return step(actor, number, id -> enterList.confirm(actor, id), ListAddresses::of, locale);
    }

    @PostMapping(ListAddresses.HOME + "/{number}/removal")
    Mono<Rendering> discard(StaffMember actor, @PathVariable String number, Locale locale) {
        return step(actor, number, id -> enterList.discard(actor, id), gone -> ListAddresses.HOME, locale);
    }

    /** How far the reading or the entering is, for a page that asks again and again. At the end it is told to load anew. */
    @GetMapping(ListAddresses.HOME + "/{number}/progress")
    Mono<Rendering> progress(StaffMember reader, @PathVariable String number, ServerWebExchange exchange) {
        return found(ListAddresses.list(number)).map(list -> {
            if (!list.isUnderWay()) {
                exchange.getResponse().getHeaders().set("HX-Refresh", "true");
            }
            return Page.view("disbursement/register-progress :: progress")
                    .with("list", list)
                    .build();
        });
    }

    private Mono<Rendering> step(
            StaffMember actor,
            String number,
            Function<ImportId, Mono<Outcome<ImportId>>> step,
            Function<ImportId, String> next,
            Locale locale) {
        ImportId id = ListAddresses.list(number);
        return answers.after(
                step.apply(id),
                locale,
                next,
                (problem, status) -> page(actor, id, Shown.ALL, 0, locale, problem, status));
    }

    private Mono<Rendering> page(
            StaffMember reader,
            ImportId id,
            Shown shown,
            int after,
            Locale locale,
            @Nullable Problem problem,
            HttpStatus status) {
        return found(id).flatMap(list -> Mono.zip(
                        lines.after(id, after, shown, LINES + 1)
                                .map(line -> lineWords.of(line, reader, locale))
                                .collectList(),
                        names.of(List.of(list.broughtBy())),
                        lines.countReadable(id))
                .map(parts -> {
                    List<LineView> found = parts.getT1();
                    List<LineView> rows = found.size() > LINES ? found.subList(0, LINES) : found;
                    return Page.view("disbursement/register-list")
                            .with("here", "households")
                            .with("list", list)
                            .with("names", parts.getT2())
                            .with("lines", rows)
                            .with(
                                    "next",
                                    found.size() > LINES ? rows.get(LINES - 1).row() : null)
                            .with("enterable", parts.getT3())
                            .with("shown", shown.name())
                            .with("mayEnter", list.state() == State.DRAFT && ListAddresses.mayEnter(reader))
                            .with("mayDiscard", list.state() == State.UNREADABLE && ListAddresses.mayEnter(reader))
                            .with("back", FormBack.above(problem))
                            .status(status)
                            .build();
                }));
    }

    private Mono<RegisterImport> found(ImportId id) {
        return imports.find(id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }
}
