package org.yici.donations.payment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.yici.donations.donation.DonationId;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers for a batch of bookings. What cannot be booked is answered alone; the others do not suffer for it. */
final class BookingDesk {

    private final Function<List<Booking>, Mono<GiftWriting.Booked>> writing;

    /** @param writing books all of a list, or none */
    BookingDesk(Function<List<Booking>, Mono<GiftWriting.Booked>> writing) {
        this.writing = writing;
    }

    /**
     * The first booking of each gift, in order of their ids. Ids are ordered by time: written in their order, indexes grow at
     * their end and stay a third smaller.
     */
    static List<Booking> onceEach(List<Booking> bookings) {
        Map<DonationId, Booking> firsts = new LinkedHashMap<>();
        bookings.forEach(booking -> firsts.putIfAbsent(booking.id(), booking));
        return firsts.values().stream()
                .sorted(Comparator.comparing(booking -> booking.id().value()))
                .toList();
    }

    /** One answer a booking, in their order: its journal's number; empty when another booking of this gift was first. */
    static List<Outcome<Optional<Long>>> each(
            List<Booking> bookings, Map<DonationId, Outcome<Optional<Long>>> answers) {
        Set<DonationId> answered = new HashSet<>();
        return bookings.stream()
                .map(booking -> answered.add(booking.id()) ? answers.getOrDefault(booking.id(), gone()) : gone())
                .toList();
    }

    /**
     * What became of bookings that were tried: when one of them held back all, the others are tried again without it. Gifts
     * that are gone have no answer.
     */
    Mono<Map<DonationId, Outcome<Optional<Long>>>> finish(List<Booking> tried, GiftWriting.Booked result) {
        String reason = result.reason();
        if (!result.gone().isEmpty()) {
            return book(without(tried, result.gone()));
        }
        if (reason == null) {
            return Mono.just(booked(tried, result.sequences()));
        }
        return tried.size() == 1
                ? Mono.just(Map.of(tried.get(0).id(), Outcome.refused(refusal(reason))))
                : oneByOne(tried);
    }

    private Mono<Map<DonationId, Outcome<Optional<Long>>>> book(List<Booking> bookings) {
        return bookings.isEmpty()
                ? Mono.just(Map.of())
                : writing.apply(bookings).flatMap(result -> finish(bookings, result));
    }

    private Mono<Map<DonationId, Outcome<Optional<Long>>>> oneByOne(List<Booking> bookings) {
        return Flux.fromIterable(bookings)
                .concatMap(booking -> book(List.of(booking)))
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
