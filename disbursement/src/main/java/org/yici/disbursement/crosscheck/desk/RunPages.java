package org.yici.disbursement.crosscheck.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.yici.disbursement.crosscheck.report.CheckApplication;
import org.yici.disbursement.crosscheck.run.CheckRegister;
import org.yici.disbursement.crosscheck.run.Run;
import org.yici.disbursement.crosscheck.run.Runs;
import org.yici.disbursement.household.Category;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import reactor.core.publisher.Mono;

/** Runs over the register for people: begun, read household by household. */
@Controller
final class RunPages {

    private static final int LINES = 50;
    private static final int CASES = 200;

    private final CheckRegister checkRegister;
    private final Runs runs;
    private final RunLines runLines;
    private final AuditTrail audit;
    private final StaffNames names;
    private final FormAnswers answers;

    RunPages(
            CheckRegister checkRegister,
            Runs runs,
            RunLines runLines,
            AuditTrail audit,
            StaffNames names,
            FormAnswers answers) {
        this.checkRegister = checkRegister;
        this.runs = runs;
        this.runLines = runLines;
        this.audit = audit;
        this.names = names;
        this.answers = answers;
    }

    @GetMapping(Addresses.RUNS)
    Mono<Rendering> list(StaffMember reader, @RequestParam(defaultValue = "") String after) {
        Addresses.requireReader(reader);
        return list(reader, Addresses.before(after), null, HttpStatus.OK);
    }

    @PostMapping(Addresses.RUNS)
    Mono<Rendering> run(StaffMember actor, ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> checkRegister.run(
                                actor,
                                IdempotencyKey.of(form.getFirst("idempotencyKey")),
                                new CheckRegister.Scope(field(form, "category")))),
                        locale,
                        made -> Addresses.RUNS + "/" + made.number(),
                        (problem, status) -> list(actor, Long.MAX_VALUE, problem, status)));
    }

    private Mono<Rendering> list(StaffMember reader, long before, @Nullable Problem problem, HttpStatus status) {
        return runs.before(before, LINES + 1).collectList().flatMap(found -> names.of(
                        found.stream().map(Run::madeBy).distinct().toList())
                .map(known -> {
                    List<Run> shown = found.size() > LINES ? found.subList(0, LINES) : found;
                    return Page.view("disbursement/crosscheck-runs")
                            .with("here", "crosschecks")
                            .with("tab", "runs")
                            .with("rows", shown)
                            .with("names", known)
                            .with("categories", Stream.of(Category.values()).toList())
                            .with("mayRun", CheckApplication.mayCheck(reader))
                            .with("back", FormBack.above(problem))
                            .with("formKey", FormAnswers.freshKey())
                            .with(
                                    "next",
                                    found.size() > LINES ? shown.get(LINES - 1).number() : null)
                            .status(status)
                            .build();
                }));
    }

    @GetMapping(Addresses.RUNS + "/{number}")
    Mono<Rendering> one(
            StaffMember reader,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String after,
            Locale locale) {
        Addresses.requireReader(reader);
        return runs.find(Addresses.number(number))
                .switchIfEmpty(Mono.error(Addresses::notFound))
                .flatMap(run -> audit.record(reader, "crosscheck-run-read", number, Map.of())
                        .then(Mono.zip(
                                runLines.of(run, Addresses.after(after), LINES + 1, reader, locale),
                                names.of(List.of(run.madeBy())),
                                runs.reached(run.number(), CASES).collectList()))
                        .map(found -> {
                            List<RunLines.Line> lines = found.getT1();
                            List<RunLines.Line> shown = lines.size() > LINES ? lines.subList(0, LINES) : lines;
                            return Page.view("disbursement/crosscheck-run")
                                    .with("here", "crosschecks")
                                    .with("tab", "runs")
                                    .with("run", run)
                                    .with("lines", shown)
                                    .with("names", found.getT2())
                                    .with("cases", found.getT3())
                                    .with(
                                            "next",
                                            lines.size() > LINES
                                                    ? shown.get(LINES - 1).position()
                                                    : null)
                                    .build();
                        }));
    }
}
