package org.yici.platform.web;

import io.r2dbc.postgresql.api.PostgresqlException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * Does a creating request once. The key is written in the same transaction as what it creates, so a crash leaves both or
 * neither, and a second request with the key waits on the first one's row (up to the lock time limit of 10 s, then 409).
 * A refusal is not remembered: the key may be used again when the input is mended. Each service keeps its keys in the
 * table {@code idempotency} of its own schema, at least 7 days.
 */
@Component
public final class IdempotentRequests {

    private final DatabaseClient database;
    private final Transactions transactions;
    private final String table;

    IdempotentRequests(
            DatabaseClient database, Transactions transactions, @Value("${yici.database.schema}") String schema) {
        this.database = database;
        this.transactions = transactions;
        this.table = schema + ".idempotency";
    }

    /** A first answer, kept as it was given. */
    public record Answer(int status, String json) {}

    /**
     * @param actor who asks (a staff username, or the empty string): keys of different people never meet
     * @param hash of method, path and body ({@link IdempotencyKey#hash})
     */
    public Mono<Outcome<Answer>> once(
            String actor, IdempotencyKey key, byte[] hash, Supplier<Mono<Outcome<Answer>>> work) {
        return transactions
                .inOne(() -> claim(actor, key, hash)
                        .flatMap(first -> first
                                ? Mono.defer(work).flatMap(outcome -> remember(actor, key, outcome))
                                : earlier(actor, key, hash)))
                .onErrorResume(
                        IdempotentRequests::isLockTimeout, e -> Mono.just(Outcome.refused(WebReason.STILL_RUNNING)));
    }

    private Mono<Boolean> claim(String actor, IdempotencyKey key, byte[] hash) {
        return database.sql("insert into " + table + " (actor, key, hash) values ($1, $2, $3) on conflict do nothing")
                .bind(0, actor)
                .bind(1, key.value())
                .bind(2, hash)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Outcome<Answer>> remember(String actor, IdempotencyKey key, Outcome<Answer> outcome) {
        return outcome.fold(
                answer -> database.sql(
                                "update " + table + " set status = $3, answer = $4 where actor = $1 and key = $2")
                        .bind(0, actor)
                        .bind(1, key.value())
                        .bind(2, answer.status())
                        .bind(3, answer.json())
                        .then()
                        .thenReturn(outcome),
                refusal -> Mono.just(outcome));
    }

    private Mono<Outcome<Answer>> earlier(String actor, IdempotencyKey key, byte[] hash) {
        return database.sql("select hash, status, answer from " + table + " where actor = $1 and key = $2")
                .bind(0, actor)
                .bind(1, key.value())
                .map(row -> Arrays.equals(hash, row.get("hash", byte[].class))
                        ? Outcome.done(new Answer(row.get("status", Integer.class), row.get("answer", String.class)))
                        : Outcome.<Answer>refused(WebReason.IDEMPOTENCY_KEY_REUSED))
                .one();
    }

    private static boolean isLockTimeout(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof PostgresqlException e
                    && "55P03".equals(e.getErrorDetails().getCode())) {
                return true;
            }
        }
        return false;
    }
}
