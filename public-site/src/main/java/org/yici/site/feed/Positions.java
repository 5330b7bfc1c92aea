package org.yici.site.feed;

import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Keeps the positions, and moves one in the transaction of what it stands for. */
@Component
class Positions {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Positions(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    Mono<Position> of(String topic) {
        return database.sql("select offset_next, number from site.position where topic = $1")
                .bind(0, topic)
                .map(Positions::position)
                .one();
    }

    /** @return {@code expected}; an error {@link PositionMoved} when the stored one is another */
    Mono<Position> check(String topic, Position expected) {
        return of(topic).filter(expected::equals).switchIfEmpty(Mono.error(PositionMoved::new));
    }

    /**
     * Does {@code work} and moves the position, both or neither.
     *
     * @return an error {@link PositionMoved} when somebody else has moved it: a wipe, or another instance of the site
     */
    Mono<Void> move(String topic, Position from, Position to, Supplier<Mono<Void>> work) {
        return transaction.transactional(locked(topic)
                .filter(from::equals)
                .switchIfEmpty(Mono.error(PositionMoved::new))
                .then(Mono.defer(work))
                .then(update(topic, to)));
    }

    /** Locks all positions: topics write to the same rows, so one is applied at a time. */
    private Mono<Position> locked(String topic) {
        return database.sql("select topic, offset_next, number from site.position order by topic for update")
                .map(row -> Map.entry(row.get("topic", String.class), position(row)))
                .all()
                .filter(entry -> entry.getKey().equals(topic))
                .single()
                .map(Map.Entry::getValue);
    }

    private static Position position(Readable row) {
        return new Position(row.get("offset_next", Long.class), row.get("number", Long.class));
    }

    private Mono<Void> update(String topic, Position to) {
        return database.sql("update site.position set offset_next = $2, number = $3 where topic = $1")
                .bind(0, topic)
                .bind(1, to.offset())
                .bind(2, to.number())
                .then();
    }

    /** Not where we left it: read it again and go on from there. */
    static final class PositionMoved extends RuntimeException {
        PositionMoved() {
            super("the position was moved by somebody else", null, false, false);
        }
    }
}
