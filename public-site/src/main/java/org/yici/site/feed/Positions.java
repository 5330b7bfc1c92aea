package org.yici.site.feed;

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
        return select(topic, "");
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
        return transaction.transactional(select(topic, " for update")
                .filter(from::equals)
                .switchIfEmpty(Mono.error(PositionMoved::new))
                .then(Mono.defer(work))
                .then(update(topic, to)));
    }

    private Mono<Position> select(String topic, String lock) {
        return database.sql("select offset_next, number from site.position where topic = $1" + lock)
                .bind(0, topic)
                .map(row -> new Position(row.get("offset_next", Long.class), row.get("number", Long.class)))
                .one();
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
