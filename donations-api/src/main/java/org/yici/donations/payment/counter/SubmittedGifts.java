package org.yici.donations.payment.counter;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The gifts that submitted batches stand for, each once. The database refuses a second one, whoever was faster. */
@Component
final class SubmittedGifts {

    private final DatabaseClient database;

    SubmittedGifts(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Where a gift stands already.
     *
     * @param row of that batch's sheet; of a batch that was typed, the line
     */
    record Place(long batch, int row) {}

    /** A gift of a draft that stands in another batch already. */
    record Clash(int row, Place other) {}

    /** Those of these identities that stand somewhere, by their hexadecimal form. */
    Mono<Map<String, Place>> among(Collection<String> identities) {
        return database.sql("select encode(i.identity, 'hex') as identity, i.batch, coalesce(l.row, l.line) as row"
                        + " from unnest($1) h join donations.counter_identity i on i.identity = decode(h, 'hex')"
                        + " join donations.counter_line l on l.batch = i.batch and l.line = i.line")
                .bind(0, identities.toArray(String[]::new))
                .map(row -> Map.entry(requireNonNull(row.get("identity", String.class)), place(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Writes a draft's gifts down; answers how many. Fewer than it has: others stand in another batch. */
    Mono<Long> add(CounterBatchId draft) {
        return database.sql("insert into donations.counter_identity (identity, batch, line)"
                        + " select identity, batch, line from donations.counter_line where batch = $1 and fate = 'GOOD'"
                        + " order by identity on conflict do nothing")
                .bind(0, draft.number())
                .fetch()
                .rowsUpdated();
    }

    /** The first gift of a draft that stands in another batch. */
    Mono<Clash> clash(CounterBatchId draft) {
        return database.sql("select coalesce(l.row, l.line) as here, i.batch, coalesce(o.row, o.line) as row"
                        + " from donations.counter_line l"
                        + " join donations.counter_identity i on i.identity = l.identity and i.batch <> l.batch"
                        + " join donations.counter_line o on o.batch = i.batch and o.line = i.line"
                        + " where l.batch = $1 order by l.line limit 1")
                .bind(0, draft.number())
                .map(row -> new Clash(requireNonNull(row.get("here", Integer.class)), place(row)))
                .one();
    }

    /** Lets a batch's gifts come again. */
    Mono<Void> remove(CounterBatchId batch) {
        return database.sql("delete from donations.counter_identity where batch = $1")
                .bind(0, batch.number())
                .then();
    }

    private static Place place(Readable row) {
        return new Place(requireNonNull(row.get("batch", Long.class)), requireNonNull(row.get("row", Integer.class)));
    }
}
