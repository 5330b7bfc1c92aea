package org.yici.disbursement.crosscheck.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.SheetFile;
import org.yici.disbursement.crosscheck.run.Run;
import org.yici.disbursement.crosscheck.run.Runs;
import org.yici.disbursement.crosscheck.words.CheckWords;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A run as a sheet, a row a finding. Nothing in it runs when it is opened; taking it out is an act that the trail keeps. */
@RestController
final class RunExport {

    private static final int PART = 200;

    private final Runs runs;
    private final RunLines runLines;
    private final CheckWords words;
    private final AuditTrail audit;
    private final Scheduler sheetScheduler;

    RunExport(Runs runs, RunLines runLines, CheckWords words, AuditTrail audit, Scheduler sheetScheduler) {
        this.runs = runs;
        this.runLines = runLines;
        this.words = words;
        this.audit = audit;
        this.sheetScheduler = sheetScheduler;
    }

    @GetMapping(Addresses.RUNS + "/{number}/findings.xlsx")
    Mono<ResponseEntity<byte[]>> findings(StaffMember reader, @PathVariable String number, ServerWebExchange exchange) {
        Addresses.requireReader(reader);
        Locale locale = Language.of(exchange);
        return runs.find(Addresses.number(number))
                .switchIfEmpty(Mono.error(Addresses::notFound))
                .flatMap(run -> rows(run, reader, locale).collectList().flatMap(rows -> audit.record(
                                reader, "crosscheck-run-exported", number, Map.of("rows", rows.size()))
                        .then(Mono.fromCallable(() -> answer(run, rows, locale)).subscribeOn(sheetScheduler))));
    }

    private Flux<List<String>> rows(Run run, StaffMember reader, Locale locale) {
        return runLines.of(run, 0, PART, reader, locale)
                .expand(part -> part.size() < PART
                        ? Mono.empty()
                        : runLines.of(run, part.get(PART - 1).position(), PART, reader, locale))
                .concatMapIterable(part -> part)
                .concatMapIterable(line -> line.findings().stream()
                        .map(found -> List.of(
                                line.code(),
                                line.place(),
                                found.who(),
                                found.identity(),
                                words.text(found.severity().messageKey(), locale),
                                found.says(),
                                String.join(" ", found.rests())))
                        .toList());
    }

    private ResponseEntity<byte[]> answer(Run run, List<List<String>> rows, Locale locale) {
        return SheetFile.XLSX.answer(
                "cross-check-" + run.number(), words.text("crosscheck.findings", locale), sheet -> {
                    sheet.accept(headings(locale));
                    rows.forEach(sheet);
                });
    }

    private List<String> headings(Locale locale) {
        return Stream.of(
                        "crosscheck.household",
                        "crosscheck.place",
                        "household.name",
                        "household.identity",
                        "crosscheck.severity",
                        "crosscheck.finding",
                        "crosscheck.evidence")
                .map(key -> words.text(key, locale))
                .toList();
    }
}
