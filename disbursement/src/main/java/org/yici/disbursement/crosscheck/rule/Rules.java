package org.yici.disbursement.crosscheck.rule;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.rule.RuleVersion.State;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rules and all their versions, as they stand in the database. */
@Component
public final class Rules {

    private static final String ALL = "select v.* from disbursement.crosscheck_rule r"
            + " join disbursement.crosscheck_rule_version v on v.rule = r.code";

    private final DatabaseClient database;

    Rules(DatabaseClient database) {
        this.database = database;
    }

    /** In their order. */
    public Flux<Rule> all() {
        return database.sql(ALL + " order by r.position, v.valid_from")
                .map(Rules::version)
                .all()
                .bufferUntilChanged(RuleVersion::rule)
                .map(versions -> new Rule(versions.get(0).rule(), versions));
    }

    public Mono<Rule> find(String code) {
        return all().filter(rule -> rule.code().equals(code)).next();
    }

    /** What is asked on that day. */
    public Mono<List<RuleVersion>> on(LocalDate day) {
        return all().flatMap(rule -> Mono.justOrEmpty(rule.on(day))).collectList();
    }

    /** Versions that a report names, in the order of the rules. */
    public Mono<List<RuleVersion>> versions(List<UUID> ids) {
        return all().flatMapIterable(Rule::versions)
                .filter(version -> ids.contains(version.id()))
                .collectList();
    }

    /** The same, and until the end of the transaction nobody else adds to it; empty where there is no such rule. */
    Mono<Rule> lock(String code) {
        return database.sql("select code from disbursement.crosscheck_rule_version v"
                        + " join disbursement.crosscheck_rule r on r.code = v.rule where v.rule = $1"
                        + " order by v.id for update of v")
                .bind(0, code)
                .map(row -> Columns.text(row, "code"))
                .all()
                .collectList()
                .flatMap(locked -> find(code));
    }

    /** A rule that there was not; the same twice is one. */
    Mono<Void> begin(String code) {
        return database.sql("insert into disbursement.crosscheck_rule (code, position)"
                        + " select $1, coalesce(max(position), 0) + 1 from disbursement.crosscheck_rule"
                        + " on conflict (code) do nothing")
                .bind(0, code)
                .then();
    }

    Mono<Void> propose(RuleVersion version) {
        return database.sql("insert into disbursement.crosscheck_rule_version (id, rule, valid_from, kind, condition,"
                        + " at_least, severity, words_zh, words_en, note, stands, state, proposed_by, proposed_at)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'PROPOSED', $12, $13)")
                .bind(0, version.id())
                .bind(1, version.rule())
                .bind(2, version.from())
                .bind(3, version.kind().name())
                .bind(4, ConditionText.write(version.condition()))
                .bind(5, version.atLeast())
                .bind(6, version.severity().name())
                .bind(7, version.words().zh())
                .bind(8, version.words().en())
                .bind(9, version.note())
                .bind(10, version.stands())
                .bind(11, version.proposedBy())
                .bind(12, Columns.utc(version.proposedAt()))
                .then();
    }

    /** Nothing is changed but that it is decided; the database refuses all else. */
    Mono<Void> decide(UUID proposal, State state, String actor, Instant at) {
        return database.sql("update disbursement.crosscheck_rule_version set state = $2, decided_by = $3,"
                        + " decided_at = $4 where id = $1")
                .bind(0, proposal)
                .bind(1, state.name())
                .bind(2, actor)
                .bind(3, Columns.utc(at))
                .then();
    }

    private static RuleVersion version(Readable row) {
        ExtractKind kind = ExtractKind.valueOf(Columns.text(row, "kind"));
        return new RuleVersion(
                Columns.id(row, "id"),
                Columns.text(row, "rule"),
                Columns.required(row, "valid_from", LocalDate.class),
                kind,
                ConditionText.of(Columns.text(row, "condition"), kind),
                Columns.required(row, "at_least", Integer.class),
                Severity.valueOf(Columns.text(row, "severity")),
                new RuleVersion.Words(Columns.text(row, "words_zh"), Columns.text(row, "words_en")),
                Columns.text(row, "note"),
                Columns.required(row, "stands", Boolean.class),
                State.valueOf(Columns.text(row, "state")),
                Columns.text(row, "proposed_by"),
                Columns.instant(row, "proposed_at"),
                row.get("decided_by", String.class));
    }
}
