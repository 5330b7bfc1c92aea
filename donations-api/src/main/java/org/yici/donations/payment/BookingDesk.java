package org.yici.donations.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
        return bookEach(inOrderOfIds(firsts.values())).map(answers -> {
            List<Outcome<Optional<Long>>> inOrder = new ArrayList<>(bookings.size());
            for (Booking booking : bookings) {
                Outcome<Optional<Long>> answer =
                        firsts.remove(booking.id()) == null ? gone() : answers.get(booking.id());
                inOrder.add(answer == null ? gone() : answer);
            }
            return inOrder;
        });
    }

    /** Ids are ordered by time. Written in their order, indexes grow at their end and stay a third smaller. */
    private static List<Booking> inOrderOfIds(Collection<Booking> bookings) {
        return bookings.stream()
                .sorted(Comparator.comparing(booking -> booking.id().value()))
                .toList();
    }

    /** Gifts that are gone have no answer. */
    private Mono<Map<DonationId, Outcome<Optional<Long>>>> bookEach(List<Booking> bookings) {
        if (bookings.isEmpty()) {
            return Mono.just(Map.of());
        }
        return gifts.book(bookings).flatMap(result -> {
            String reason = result.reason();
            if (!result.gone().isEmpty()) {
                return bookEach(without(bookings, result.gone()));
            }
            if (reason == null) {
                return Mono.just(booked(bookings, result.sequences()));
            }
            return bookings.size() == 1
                    ? Mono.just(Map.of(bookings.get(0).id(), Outcome.refused(refusal(reason))))
                    : oneByOne(bookings);
        });
    }

    private Mono<Map<DonationId, Outcome<Optional<Long>>>> oneByOne(List<Booking> bookings) {
        return Flux.fromIterable(bookings)
                .concatMap(booking -> bookEach(List.of(booking)))
                .collect(HashMap::new, Map::putAll);
    }

    private static Map<DonationId, Outcome<Optional<Long>>> booked(List<Booking> bookings, List<Long> sequences) {
        Map<DonationId, Outcome<Optional<Long>>> answers = new HashMap<>();
        for (int i = 0; i < bookings.size(); i++) {
            answers.put(bookings.get(i).id(), Outcome.done(Optional.of(sequences.get(i))));
        }
        return answers;
    }

    private static List<Booking> without(List<Booking> bookings, Set<Integer> gone) {
        return IntStream.range(0, bookings.size())
                .filter(place -> !gone.contains(place))
                .mapToObj(bookings::get)
                .toList();
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
