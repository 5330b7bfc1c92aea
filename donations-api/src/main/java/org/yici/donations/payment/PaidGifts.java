package org.yici.donations.payment;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.Donations;
import org.yici.ledger.JournalArrays;
import reactor.core.publisher.Mono;

/** Looks gifts up and books them, many at a time: one round trip each, however many there are. */
final class PaidGifts {

    private static final String BOOK = "select n, outcome, sequence, reason from donations.book_gifts("
            + "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) order by n";

    private final DatabaseClient database;

    PaidGifts(DatabaseClient database) {
        this.database = database;
    }

    Mono<Map<DonationId, PaidGift>> find(Collection<DonationId> ids) {
        return database.sql("select " + Donations.COLUMNS + ", reference from donations.gift where id = any($1)")
                .bind(0, ids.stream().map(DonationId::value).distinct().toArray(UUID[]::new))
                .map(row -> new PaidGift(Donations.donation(row), row.get("reference", String.class)))
                .all()
                .collectMap(gift -> gift.donation().id());
    }

    /** What became of one booking: its place in the call, and its sequence, the ledger's reason, or neither: it was gone. */
    record Row(int place, @Nullable Long sequence, @Nullable String reason) {}

    /** Books all, or none: then the answer names those that were gone, or the reason why one was refused for all. */
    Mono<List<Row>> book(List<Booking> bookings) {
        var sql = database.sql(BOOK)
                .bind(0, bookings.stream().map(b -> b.id().value()).toArray(UUID[]::new))
                .bind(1, bookings.stream().map(Booking::reference).toArray(String[]::new));
        return new JournalArrays(bookings.stream().map(Booking::journal).toList())
                .bind(sql, 2)
                .map(row -> new Row(
                        requireNonNull(row.get("n", Integer.class)) - 1,
                        row.get("sequence", Long.class),
                        row.get("reason", String.class)))
                .all()
                .collectList();
    }
}
