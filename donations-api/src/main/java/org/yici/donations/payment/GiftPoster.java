package org.yici.donations.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.PaidGifts.FundDonor;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.MoneyMoves;
import org.yici.ledger.Posting;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One batch of notices, in the caller's transaction: lock the gifts, learn who is a new donor, post the journals, mark the
 * gifts. Every locking statement takes its rows in order, so two posters never wait for each other in a circle.
 */
final class GiftPoster {

    private final PaidGifts gifts;
    private final Ledger ledger;

    GiftPoster(PaidGifts gifts, Ledger ledger) {
        this.gifts = gifts;
        this.ledger = ledger;
    }

    /** One answer a notice, in their order. @throws LedgerRefused when the ledger refused one of the journals */
    Mono<List<Outcome<ConfirmedGift>>> post(List<TimedNotice> notices) {
        Set<DonationId> ids = notices.stream().map(n -> n.notice().donation()).collect(Collectors.toSet());
        return gifts.lock(ids).flatMap(rows -> spent(notices).flatMap(spent -> {
            Map<DonationId, TimedNotice> news = news(notices, rows, spent);
            return book(news, rows).map(booked -> notices.stream()
                    .map(n -> answer(n, rows.get(n.notice().donation()), news, booked))
                    .toList());
        }));
    }

    private Mono<Set<String>> spent(List<TimedNotice> notices) {
        Map<String, List<String>> byMethod = notices.stream()
                .collect(Collectors.groupingBy(
                        n -> n.notice().method(),
                        Collectors.mapping(n -> n.notice().reference(), Collectors.toList())));
        return Flux.fromIterable(byMethod.entrySet())
                .concatMap(entry -> gifts.spent(entry.getKey(), entry.getValue())
                        .flatMapIterable(found -> found)
                        .map(reference -> entry.getKey() + "/" + reference))
                .collect(Collectors.toSet());
    }

    /** The first notice of each gift that is not paid yet and that this payment may pay. */
    private static Map<DonationId, TimedNotice> news(
            List<TimedNotice> notices, Map<DonationId, PaidGift> rows, Set<String> spent) {
        Map<DonationId, TimedNotice> news = new LinkedHashMap<>();
        Set<String> used = new HashSet<>(spent);
        for (TimedNotice timed : notices) {
            PaidNotice notice = timed.notice();
            PaidGift gift = rows.get(notice.donation());
            boolean pays = gift != null
                    && gift.isNews()
                    && gift.against(notice).isEmpty()
                    && !news.containsKey(notice.donation());
            if (pays && used.add(notice.method() + "/" + notice.reference())) {
                news.put(notice.donation(), timed);
            }
        }
        return news;
    }

    private Mono<Map<DonationId, Long>> book(Map<DonationId, TimedNotice> news, Map<DonationId, PaidGift> rows) {
        if (news.isEmpty()) {
            return Mono.just(Map.of());
        }
        List<TimedNotice> inOrder = List.copyOf(news.values());
        return newcomers(inOrder, rows)
                .map(newcomers -> journals(inOrder, rows, newcomers))
                .flatMap(ledger::post)
                .flatMap(postings -> {
                    List<PaidGifts.Posted> posted = posted(inOrder, postings);
                    return gifts.markPaid(posted)
                            .thenReturn(posted.stream()
                                    .collect(Collectors.toMap(PaidGifts.Posted::id, PaidGifts.Posted::sequence)));
                });
    }

    /** Who gives for the first time, in all and to one fund. */
    private record Newcomers(Set<String> donors, Set<FundDonor> fundDonors) {}

    private Mono<Newcomers> newcomers(List<TimedNotice> news, Map<DonationId, PaidGift> rows) {
        Set<String> donors = new HashSet<>();
        Set<FundDonor> fundDonors = new HashSet<>();
        for (TimedNotice timed : news) {
            PaidGift gift = row(rows, timed);
            String mark = gift.fingerprint();
            if (mark != null) {
                donors.add(mark);
                fundDonors.add(new FundDonor(gift.donation().fund().value(), mark));
            }
        }
        return gifts.newDonors(donors).flatMap(newDonors -> gifts.newFundDonors(fundDonors)
                .map(newFundDonors -> new Newcomers(new HashSet<>(newDonors), newFundDonors)));
    }

    private static List<Journal> journals(List<TimedNotice> news, Map<DonationId, PaidGift> rows, Newcomers newcomers) {
        List<Journal> journals = new ArrayList<>(news.size());
        for (TimedNotice timed : news) {
            journals.add(journal(timed, row(rows, timed), newcomers));
        }
        return journals;
    }

    /** A gift without a mark counts as a donor by itself; of several gifts of one new donor the first brings the donor. */
    private static Journal journal(TimedNotice timed, PaidGift gift, Newcomers newcomers) {
        Donation donation = gift.donation();
        String mark = gift.fingerprint();
        boolean newDonor = mark == null || newcomers.donors().remove(mark);
        boolean newFundDonor = mark == null
                || newcomers.fundDonors().remove(new FundDonor(donation.fund().value(), mark));
        return MoneyMoves.giftReceived(
                        "donation/" + donation.id(),
                        timed.at(),
                        donation.method(),
                        donation.fund(),
                        donation.campaign(),
                        donation.amount())
                .withPrivatePart(privatePart(donation, timed.notice()))
                .withRemarks(new HashMap<>(Map.of("newDonor", newDonor, "newFundDonor", newFundDonor)));
    }

    /** What the donor can check on the receipt: which gift and which payment this journal is. */
    private static Map<String, @Nullable Object> privatePart(Donation donation, PaidNotice notice) {
        Map<String, @Nullable Object> part = new TreeMap<>();
        part.put("donation", donation.id().toString());
        part.put("method", donation.method());
        part.put("place", donation.place());
        part.put("reference", notice.reference());
        return part;
    }

    private static List<PaidGifts.Posted> posted(List<TimedNotice> news, List<Posting> postings) {
        List<PaidGifts.Posted> posted = new ArrayList<>(news.size());
        for (int i = 0; i < postings.size(); i++) {
            PaidNotice notice = news.get(i).notice();
            posted.add(new PaidGifts.Posted(
                    notice.donation(), notice.reference(), LedgerRefused.sequenceOf(postings.get(i))));
        }
        return posted;
    }

    @SuppressWarnings("ReferenceEquality") // two equal notices are still two: the second one is the repetition
    private static Outcome<ConfirmedGift> answer(
            TimedNotice timed,
            @Nullable PaidGift gift,
            Map<DonationId, TimedNotice> news,
            Map<DonationId, Long> booked) {
        PaidNotice notice = timed.notice();
        if (gift == null) {
            return Outcome.refused(PaymentReason.UNKNOWN_GIFT);
        }
        return gift.against(notice).map(Outcome::<ConfirmedGift>refused).orElseGet(() -> {
            Long before = gift.donation().sequence();
            Long now = booked.get(notice.donation());
            TimedNotice first = news.get(notice.donation());
            if (before != null) {
                return Outcome.done(new ConfirmedGift(notice.donation(), before, true));
            }
            return now != null && first != null && first.notice().reference().equals(notice.reference())
                    ? Outcome.done(new ConfirmedGift(notice.donation(), now, first != timed))
                    : Outcome.refused(PaymentReason.OTHER_PAYMENT);
        });
    }

    private static PaidGift row(Map<DonationId, PaidGift> rows, TimedNotice timed) {
        PaidGift gift = rows.get(timed.notice().donation());
        if (gift == null) {
            throw new IllegalStateException("not locked: " + timed.notice().donation());
        }
        return gift;
    }
}
