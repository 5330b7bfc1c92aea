package org.yici.disbursement.register;

import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Chain;
import org.yici.disbursement.household.sheet.CheckList;
import org.yici.disbursement.household.sheet.EnterList;
import org.yici.disbursement.household.sheet.ImportId;
import org.yici.disbursement.household.sheet.ImportReason;
import org.yici.disbursement.household.sheet.RegisterImport;
import org.yici.disbursement.household.sheet.RegisterImports;
import org.yici.disbursement.household.sheet.RegisterLines;
import org.yici.disbursement.household.sheet.RegisterLines.Shown;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Lists for programs: read or entered, and answered when it is done. The same list twice changes nothing, so no key is asked for. */
@RestController
final class ImportApi {

    private static final int MOST_REFUSED = 10_000;

    private final CheckList checkList;
    private final EnterList enterList;
    private final RegisterImports imports;
    private final RegisterLines lines;
    private final Words words;
    private final Scheduler sheetScheduler;

    ImportApi(
            CheckList checkList,
            EnterList enterList,
            RegisterImports imports,
            RegisterLines lines,
            Words words,
            Scheduler sheetScheduler) {
        this.checkList = checkList;
        this.enterList = enterList;
        this.imports = imports;
        this.lines = lines;
        this.words = words;
        this.sheetScheduler = sheetScheduler;
    }

    /** @param value what stands in the cell, masked where it is personal */
    record Refused(int row, String column, String value, String message) {}

    /** @param rows people on the list; {@code accepted} of them are new, say something new, or are known already */
    record Result(int rows, int accepted, int added, int changed, int same, List<Refused> refused) {}

    @PostMapping(path = "/api/v1/households/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Result>> bring(
            StaffMember actor, @RequestParam(defaultValue = "false") boolean dryRun, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        return Answers.ok(exchange.getMultipartData()
                .map(ListForm::of)
                .flatMap(form -> form.kept(sheetScheduler, upload -> checkList.check(actor, upload)))
                .flatMap(checked -> Chain.then(
                        Mono.just(checked), id -> dryRun ? read(actor, id, locale) : enter(actor, id, locale))));
    }

    private Mono<Outcome<Result>> read(StaffMember actor, ImportId id, Locale locale) {
        return imports.find(id)
                .flatMap(list -> result(list, locale))
                .flatMap(result -> enterList.discard(actor, id).map(outcome -> outcome.map(gone -> result)));
    }

    /** A list of which nothing can be entered is answered as a dry run is, and leaves no trace either. */
    private Mono<Outcome<Result>> enter(StaffMember actor, ImportId id, Locale locale) {
        return enterList
                .confirm(actor, id)
                .flatMap(outcome -> outcome.fold(
                        confirmed -> enterList
                                .enter(id)
                                .flatMap(entered -> result(entered, locale))
                                .map(Outcome::done),
                        refusal -> refusal.reason() == ImportReason.NOTHING_TO_ENTER
                                ? read(actor, id, locale)
                                : Mono.just(Outcome.<Result>refused(refusal))));
    }

    private Mono<Result> result(RegisterImport list, Locale locale) {
        RegisterImport.Counts counts = list.counts();
        return lines.after(list.id(), 0, Shown.REFUSED, MOST_REFUSED)
                .concatMapIterable(line -> line.problems().stream()
                        .filter(problem -> !problem.flaw().isRemark())
                        .map(problem -> new Refused(
                                line.row(),
                                words.column(problem.column(), locale),
                                words.shown(problem, locale),
                                words.problem(problem, locale)))
                        .toList())
                .collectList()
                .map(refused -> new Result(
                        counts.rows(), counts.accepted(), counts.added(), counts.changed(), counts.same(), refused));
    }
}
