package org.yici.disbursement.crosscheck.desk;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.crosscheck.report.Finding;
import org.yici.disbursement.crosscheck.rule.Rules;
import org.yici.disbursement.crosscheck.run.CheckRegister;
import org.yici.disbursement.crosscheck.run.Run;
import org.yici.disbursement.crosscheck.run.RunLine;
import org.yici.disbursement.crosscheck.run.Runs;
import org.yici.disbursement.crosscheck.words.RuleWords;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Language;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Runs over the register for programs. */
@RestController
final class RunsApi {

    private static final String RUNS = "/api/v1/crosschecks/runs";
    private static final int MOST = 200;

    private final CheckRegister checkRegister;
    private final Runs runs;
    private final Rules rules;
    private final AuditTrail audit;
    private final StrictJson json;

    RunsApi(CheckRegister checkRegister, Runs runs, Rules rules, AuditTrail audit, StrictJson json) {
        this.checkRegister = checkRegister;
        this.runs = runs;
        this.rules = rules;
        this.audit = audit;
        this.json = json;
    }

    record Found(String rule, String message, @Nullable String member, int rows) {}

    record Line(int position, String household, List<Found> findings) {}

    /** @param reached the applications that have a report of the run, those that wait for words first */
    record Page(
            Run run,
            List<Runs.Reached> reached,
            List<Line> items,
            @Nullable String next) {}

    /**
     * The whole register is named by an empty category: what does not say whom it means, or spells it wrong, is no order to
     * look into everybody.
     */
    @PostMapping(path = RUNS, consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<CheckRegister.Made>> run(
            StaffMember actor, @RequestBody byte[] body, ServerWebExchange exchange) {
        CheckRegister.Scope scope = json.read(body, CheckRegister.Scope.class);
        if (scope.category() == null) {
            throw InvalidInput.of("category", "input.crosscheck.scope");
        }
        return Answers.created(checkRegister.run(actor, IdempotencyKey.of(exchange), scope));
    }

    @GetMapping(RUNS + "/{number}")
    Mono<ResponseEntity<Page>> one(
            StaffMember reader,
            @PathVariable String number,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after,
            ServerWebExchange exchange) {
        Addresses.requireReader(reader);
        int most = Math.max(1, Math.min(limit, MOST));
        Locale locale = Language.of(exchange);
        return runs.find(Addresses.number(number))
                .switchIfEmpty(Mono.error(Addresses::notFound))
                .flatMap(run -> audit.record(reader, "crosscheck-run-read", number, Map.of())
                        .then(page(run, most, Addresses.after(after), locale)))
                .map(ResponseEntity::ok);
    }

    private Mono<Page> page(Run run, int most, int after, Locale locale) {
        return rules.versions(run.basis().versions())
                .map(versions -> RuleWords.of(versions, locale))
                .flatMap(words -> Mono.zip(
                                runs.lines(run.number(), after, most + 1)
                                        .map(line -> line(line, words))
                                        .collectList(),
                                runs.reached(run.number(), MOST).collectList())
                        .map(found -> page(run, found.getT2(), found.getT1(), most)));
    }

    private static Page page(Run run, List<Runs.Reached> reached, List<Line> lines, int most) {
        return lines.size() > most
                ? new Page(
                        run,
                        reached,
                        lines.subList(0, most),
                        "" + lines.get(most - 1).position())
                : new Page(run, reached, lines, null);
    }

    private static Line line(RunLine line, RuleWords words) {
        return new Line(
                line.position(),
                line.household().toString(),
                line.findings().stream().map(finding -> found(finding, words)).toList());
    }

    private static Found found(Finding finding, RuleWords words) {
        return new Found(
                finding.rule(),
                words.of(finding.version()),
                finding.member(),
                finding.evidence().size());
    }
}
