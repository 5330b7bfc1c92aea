package org.yici.donations.payment;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.donations.donation.Wish;
import org.yici.donations.donation.Wishes;
import org.yici.ledger.JournalArrays;
import reactor.core.publisher.Mono;

/** Takes wishes and books paid gifts: one round trip and one commit for as many as there are of both. */
final class GiftWriting {

    private static final String SQL =
            "select odd, outcomes, earlier, sequences, gone, reason from donations.write_gifts("
                    + IntStream.rangeClosed(1, Wishes.COUNT + 2 + JournalArrays.COUNT)
                            .mapToObj(number -> "$" + number)
                            .collect(Collectors.joining(", "))
                    + ")";

    private final DatabaseClient database;

    GiftWriting(DatabaseClient database) {
        this.database = database;
    }

    /** @param fates one a wish, in their order */
    record Written(List<Wishes.Fate> fates, Booked booked) {}

    /**
     * What became of the bookings: all are booked, or none.
     *
     * @param sequences of the journals, in the order of the call; empty when none is booked
     * @param gone the places of those that somebody else has booked
     * @param reason why one was refused; null when none was
     */
    record Booked(
            List<Long> sequences,
            Set<Integer> gone,
            @Nullable String reason) {}

    /** What is refused of the bookings never holds back the wishes. */
    Mono<Written> write(List<Wish> wishes, List<Booking> bookings) {
        Wishes wished = new Wishes(wishes);
        var sql = wished.bind(database.sql(SQL), 0)
                .bind(Wishes.COUNT, bookings.stream().map(b -> b.id().value()).toArray(UUID[]::new))
                .bind(
                        Wishes.COUNT + 1,
                        bookings.stream().map(Booking::reference).toArray(String[]::new));
        return new JournalArrays(bookings.stream().map(Booking::journal).toList())
                .bind(sql, Wishes.COUNT + 2)
                .map(row -> new Written(wished.fates(row), booked(row)))
                .one();
    }

    private static Booked booked(Readable row) {
        return new Booked(
                Arrays.asList(Objects.requireNonNullElse(row.get("sequences", Long[].class), new Long[0])),
                places(row.get("gone", Integer[].class)),
                row.get("reason", String.class));
    }

    private static Set<Integer> places(Integer @Nullable [] numbers) {
        return numbers == null
                ? Set.of()
                : Arrays.stream(numbers).map(number -> number - 1).collect(Collectors.toUnmodifiableSet());
    }
}
