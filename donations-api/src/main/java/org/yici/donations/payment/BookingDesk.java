package org.yici.donations.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yici.donations.donation.DonationId;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Books a batch of gifts together. What cannot be booked is answered alone; the others do not suffer for it. */
final class BookingDesk {

    private final PaidGifts gifts;

    BookingDesk(PaidGifts gifts) {
        this.gifts = gifts;
    }

    /** One answer a booking, in their order: its journal's number; empty when another booking of this gift was first. */
    Mono<List<Outcome<Optional<Long>>>> book(List<Booking> bookings) {
        Map<DonationId, Booking> firsts = new LinkedHashMap<>();
        bookings.forEach(booking -> firsts.putIfAbsent(booking.id(), booking));
        return bookEach(List.copyOf(firsts.values())).map(answers -> {
            List<Outcome<Optional<Long>>> inOrder = new ArrayList<>(bookings.size());
            for (Booking booking : bookings) {
                Outcome<Optional<Long>> answer =
                        firsts.remove(booking.id()) == null ? gone() : answers.get(booking.id());
                inOrder.add(answer == null ? gone() : answer);
            }
            return inOrder;
        });
    }

    /** Gifts that are gone have no answer. */
    private Mono<Map<DonationId, Outcome<Optional<Long>>>> bookEach(List<Booking> bookings) {
        if (bookings.isEmpty()) {
            return Mono.just(Map.of());
        }
        return gifts.book(bookings).flatMap(rows -> {
            PaidGifts.Row first = rows.get(0);
            if (first.sequence() != null) {
                return Mono.just(booked(bookings, rows));
            }
            if (first.reason() == null) {
                return bookEach(without(bookings, rows));
            }
            return bookings.size() == 1
                    ? Mono.just(Map.of(bookings.get(0).id(), Outcome.refused(refusal(first.reason()))))
                    : oneByOne(bookings);
        });
    }

    private Mono<Map<DonationId, Outcome<Optional<Long>>>> oneByOne(List<Booking> bookings) {
        return Flux.fromIterable(bookings)
                .concatMap(booking -> bookEach(List.of(booking)))
                .collect(HashMap::new, Map::putAll);
    }

    private static Map<DonationId, Outcome<Optional<Long>>> booked(List<Booking> bookings, List<PaidGifts.Row> rows) {
        Map<DonationId, Outcome<Optional<Long>>> answers = new HashMap<>();
        rows.forEach(
                row -> answers.put(bookings.get(row.place()).id(), Outcome.done(Optional.ofNullable(row.sequence()))));
        return answers;
    }

    private static List<Booking> without(List<Booking> bookings, List<PaidGifts.Row> gone) {
        Set<Booking> left = gone.stream().map(row -> bookings.get(row.place())).collect(Collectors.toSet());
        return bookings.stream().filter(booking -> !left.contains(booking)).toList();
    }

    private static Outcome<Optional<Long>> gone() {
        return Outcome.done(Optional.empty());
    }

    private static Refusal refusal(String reason) {
        return reason.equals("other-payment")
                ? Refusal.because(PaymentReason.OTHER_PAYMENT)
                : Refusal.because(PaymentReason.NOT_POSTED, reason);
    }
}
