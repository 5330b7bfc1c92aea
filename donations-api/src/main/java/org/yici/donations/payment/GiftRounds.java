package org.yici.donations.payment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.GiftsDatabase;
import org.yici.donations.donation.GroupCommit;
import org.yici.donations.donation.TakesWishes;
import org.yici.donations.donation.Wish;
import org.yici.donations.donation.Wishes;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * The one writer of gifts in this process. A round takes the wishes and books the paid gifts that arrived during the last
 * one, together: what a round costs by itself falls on as many as possible.
 *
 * <p>Booking waits for the ledger's head, taking a wish does not. When a round is late, somebody else holds the head: then
 * wishes go by themselves until it is over.
 */
@Component
final class GiftRounds implements TakesWishes {

    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long RESTING = Long.MAX_VALUE;

    private final GiftWriting writing;
    private final BookingDesk desk;
    private final GroupCommit<Line, Entry> rounds;
    private final GroupCommit<Wish, Wishes.Fate> wishesAlone;
    private volatile long lateFrom = RESTING;

    GiftRounds(GiftsDatabase database, @Value("${yici.gift.most-waiting:20000}") int mostWaiting) {
        this.writing = new GiftWriting(database.client());
        this.desk =
                new BookingDesk(bookings -> writing.write(List.of(), bookings).map(GiftWriting.Written::booked));
        this.rounds = new GroupCommit<>("gifts", mostWaiting, this::round);
        this.wishesAlone = new GroupCommit<>("wishes", mostWaiting, wishes -> writing.write(wishes, List.of())
                .map(written -> written.fates().stream().map(Outcome::done).toList()));
    }

    /** What is to be written: one of both. */
    private record Line(@Nullable Wish wish, @Nullable Booking booking) {}

    /** What became of a line: of its wish or of its booking. */
    private record Entry(
            Wishes.@Nullable Fate fate, @Nullable Optional<Long> sequence) {}

    @Override
    public Mono<Outcome<Wishes.Fate>> take(Wish wish) {
        return isLate()
                ? wishesAlone.submit(wish)
                : rounds.submit(new Line(wish, null))
                        .map(outcome -> outcome.map(entry -> Objects.requireNonNull(entry.fate)));
    }

    /**
     * The number of its journal, after the commit; empty when another booking of this gift was first. Refused as busy when
     * too many wait, or for the ledger's reason.
     */
    Mono<Outcome<Optional<Long>>> book(Booking booking) {
        return rounds.submit(new Line(null, booking))
                .map(outcome -> outcome.map(entry -> Objects.requireNonNull(entry.sequence)));
    }

    private Mono<List<Outcome<Entry>>> round(List<Line> lines) {
        List<Wish> wishes =
                lines.stream().map(Line::wish).filter(Objects::nonNull).toList();
        List<Booking> bookings =
                lines.stream().map(Line::booking).filter(Objects::nonNull).toList();
        List<Booking> once = BookingDesk.onceEach(bookings);
        return Mono.defer(() -> {
                    lateFrom = System.nanoTime() + LATE_NANOS;
                    return writing.write(wishes, once);
                })
                .flatMap(written -> desk.finish(once, written.booked())
                        .map(booked -> entries(lines, written.fates(), BookingDesk.each(bookings, booked))))
                .doFinally(signal -> lateFrom = RESTING);
    }

    private static List<Outcome<Entry>> entries(
            List<Line> lines, List<Wishes.Fate> fates, List<Outcome<Optional<Long>>> booked) {
        Iterator<Wishes.Fate> fate = fates.iterator();
        Iterator<Outcome<Optional<Long>>> booking = booked.iterator();
        List<Outcome<Entry>> entries = new ArrayList<>(lines.size());
        for (Line line : lines) {
            entries.add(
                    line.wish == null
                            ? booking.next().map(sequence -> new Entry(null, sequence))
                            : Outcome.done(new Entry(fate.next(), null)));
        }
        return entries;
    }

    private boolean isLate() {
        long late = lateFrom;
        return late != RESTING && System.nanoTime() - late > 0;
    }
}
