package org.yici.disbursement.crosscheck.desk;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.crosscheck.rule.ConditionText;
import org.yici.disbursement.crosscheck.rule.DecideRule;
import org.yici.disbursement.crosscheck.rule.ProposeRule;
import org.yici.disbursement.crosscheck.rule.Rule;
import org.yici.disbursement.crosscheck.rule.RuleVersion;
import org.yici.disbursement.crosscheck.rule.Rules;
import org.yici.disbursement.crosscheck.rule.Severity;
import org.yici.disbursement.crosscheck.words.CheckWords;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Language;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Rules for programs: the same two people, the same refusals. */
@RestController
final class RulesApi {

    private static final String RULES = "/api/v1/crosschecks/rules";

    private final Rules rules;
    private final ProposeRule propose;
    private final DecideRule decide;
    private final CheckWords words;
    private final StrictJson json;

    RulesApi(Rules rules, ProposeRule propose, DecideRule decide, CheckWords words, StrictJson json) {
        this.rules = rules;
        this.propose = propose;
        this.decide = decide;
        this.words = words;
        this.json = json;
    }

    /** @param condition as it is written; {@code asks} the same in the reader's words */
    record VersionLine(
            String id,
            LocalDate from,
            RuleVersion.State state,
            String kind,
            String condition,
            String asks,
            int atLeast,
            Severity severity,
            String wordsZh,
            String wordsEn,
            boolean stands,
            String note) {}

    record Line(String code, List<VersionLine> versions) {}

    record Page(List<Line> items) {}

    /** @param decision {@code APPROVE} or {@code WITHDRAW} */
    record Decision(@Nullable String decision) {}

    @GetMapping(RULES)
    Mono<ResponseEntity<Page>> list(StaffMember reader, ServerWebExchange exchange) {
        Addresses.requireReader(reader);
        Locale locale = Language.of(exchange);
        return rules.all()
                .map(rule -> line(rule, locale))
                .collectList()
                .map(lines -> ResponseEntity.ok(new Page(lines)));
    }

    @PostMapping(path = RULES + "/{code}/versions", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ProposeRule.Proposed>> propose(
            StaffMember actor, @PathVariable String code, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                propose.propose(actor, IdempotencyKey.of(exchange), code, json.read(body, ProposeRule.Draft.class)));
    }

    @PostMapping(path = RULES + "/{code}/versions/{id}/decision", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<DecideRule.Decided>> decide(
            StaffMember actor,
            @PathVariable String code,
            @PathVariable String id,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        RuleVersion.State state =
                switch (String.valueOf(json.read(body, Decision.class).decision())) {
                    case "APPROVE" -> RuleVersion.State.APPROVED;
                    case "WITHDRAW" -> RuleVersion.State.WITHDRAWN;
                    default -> throw InvalidInput.of("decision", "input.standard.decision");
                };
        return Answers.created(decide.decide(actor, key, code, id, state));
    }

    private Line line(Rule rule, Locale locale) {
        return new Line(
                rule.code(),
                rule.versions().stream().map(version -> line(version, locale)).toList());
    }

    private VersionLine line(RuleVersion version, Locale locale) {
        return new VersionLine(
                version.id().toString(),
                version.from(),
                version.state(),
                version.kind().word(),
                ConditionText.write(version.condition()),
                words.condition(version.condition(), locale),
                version.atLeast(),
                version.severity(),
                version.words().zh(),
                version.words().en(),
                version.stands(),
                version.note());
    }
}
