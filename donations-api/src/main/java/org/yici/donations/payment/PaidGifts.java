package org.yici.donations.payment;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.Donations;
import org.yici.ledger.JournalArrays;
import reactor.core.publisher.Mono;

/** Looks gifts up and books them, many at a time: one round trip each, however many there are. */
final class PaidGifts {

    private static final String BOOK = "select sequences, gone, reason from donations.book_gifts("
            + "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";

    private final DatabaseClient database;

    PaidGifts(DatabaseClient database) {
        this.database = database;
    }

    Mono<Map<DonationId, PaidGift>> find(Collection<DonationId> ids) {
        return database.sql("select " + Donations.COLUMNS + ", reference from donations.gifts_of($1)")
                .bind(0, ids.stream().map(DonationId::value).distinct().toArray(UUID[]::new))
                .map(row -> new PaidGift(Donations.donation(row), row.get("reference", String.class)))
                .all()
                .collectMap(gift -> gift.donation().id());
    }

    /**
     * What became of a call: all are booked, or none.
     *
     * @param sequences of the journals, in the order of the call; empty when none is booked
     * @param gone the places of those that somebody else has booked
     * @param reason why one was refused; null when none was
     */
    record Booked(
            List<Long> sequences,
            Set<Integer> gone,
            @Nullable String reason) {}

    Mono<Booked> book(List<Booking> bookings) {
        var sql = database.sql(BOOK)
                .bind(0, bookings.stream().map(b -> b.id().value()).toArray(UUID[]::new))
                .bind(1, bookings.stream().map(Booking::reference).toArray(String[]::new));
        return new JournalArrays(bookings.stream().map(Booking::journal).toList())
                .bind(sql, 2)
                .map(row -> new Booked(
                        Arrays.asList(Objects.requireNonNullElse(row.get("sequences", Long[].class), new Long[0])),
                        places(row.get("gone", Integer[].class)),
                        row.get("reason", String.class)))
                .one();
    }

    private static Set<Integer> places(Integer @Nullable [] numbers) {
        return numbers == null
                ? Set.of()
                : Arrays.stream(numbers).map(number -> number - 1).collect(Collectors.toUnmodifiableSet());
    }
}
