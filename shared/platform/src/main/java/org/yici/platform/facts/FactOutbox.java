package org.yici.platform.facts;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.proof.CanonicalJson;
import reactor.core.publisher.Mono;

/**
 * Publishes facts in the transaction that makes them true. Call it last: it locks the topic's head until the commit
 * (after the ledger's head, always in that order). The relay carries the rows to Kafka afterwards.
 */
public final class FactOutbox {

    private final DatabaseClient database;

    public FactOutbox(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param followsSequence the ledger sequence that this fact follows; 0 when it follows none
     * @return the fact's number
     */
    public Mono<Long> publish(Fact fact, long followsSequence, Instant at) {
        return insert(Topics.FACTS, fact.key(), fact.type(), followsSequence, at, CanonicalJson.write(fact.body()));
    }

    /** Shows a running notice, or shows it anew (an objection came in, or was resolved). */
    public Mono<Long> notice(RunningNotice notice, Instant at) {
        return insert(Topics.NOTICES, notice.notice(), "notice", 0, at, CanonicalJson.write(notice.body()));
    }

    /** Takes a notice down. */
    public Mono<Long> endNotice(String code, Instant at) {
        return insert(Topics.NOTICES, code, "notice", 0, at, null);
    }

    private Mono<Long> insert(String topic, String key, String type, long sequence, Instant at, @Nullable String body) {
        DatabaseClient.GenericExecuteSpec call = database.sql(
                        "select platform.publish($1, $2, $3, $4, $5, $6) as number")
                .bind(0, topic)
                .bind(1, key)
                .bind(2, type)
                .bind(3, sequence)
                .bind(4, at.atOffset(ZoneOffset.UTC));
        return (body == null ? call.bindNull(5, String.class) : call.bind(5, body))
                .map(row -> row.get("number", Long.class))
                .one();
    }
}
