package org.yici.disbursement.payout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Floors;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardState;
import org.yici.disbursement.award.Awards;
import org.yici.disbursement.award.GivenBack;
import org.yici.disbursement.payout.Findings.News;
import org.yici.disbursement.payout.Payout.Item;
import org.yici.disbursement.payout.Payout.ItemState;
import org.yici.ledger.AccountCode;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.MoneyMoves;
import org.yici.ledger.Posting;
import org.yici.platform.facts.Fact;
import org.yici.platform.facts.FactOutbox;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the bank's answers down: the case moves, the money moves, the public is told who was helped for the first time. */
@Component
final class SettleItems {

    private final Awards awards;
    private final Payouts payouts;
    private final Casework casework;
    private final Ledger ledger;
    private final FactOutbox outbox;
    private final GivenBack givenBack;

    SettleItems(
            Awards awards, Payouts payouts, Casework casework, Ledger ledger, FactOutbox outbox, GivenBack givenBack) {
        this.awards = awards;
        this.payouts = payouts;
        this.casework = casework;
        this.ledger = ledger;
        this.outbox = outbox;
        this.givenBack = givenBack;
    }

    /** One answer, its case locked and moved. */
    private record Settled(Award award, Item item, BankLine line, Instant at) {

        boolean paid() {
            return line.answer() == BankLine.Answer.PAID;
        }

        boolean hadBeenPaid() {
            return item.state() == ItemState.CONFIRMED;
        }
    }

    Mono<Outcome<Boolean>> settle(StaffMember actor, List<News> news) {
        if (news.isEmpty()) {
            return Mono.just(Outcome.done(true));
        }
        return Chain.then(moveCases(actor, news), settled -> ledger.post(
                        settled.stream().map(SettleItems::journal).toList())
                .flatMap(postings -> write(actor, settled, postings)));
    }

    private Mono<Outcome<List<Settled>>> moveCases(StaffMember actor, List<News> news) {
        return Flux.fromIterable(news)
                .concatMap(n -> awards.find(n.item().award())
                        .map(award -> new Settled(award, n.item(), n.line(), award.awardedAt())))
                .sort(Comparator.comparing(
                        settled -> settled.award().application().value()))
                .concatMap(settled -> moveCase(actor, settled))
                .takeUntil(Outcome::isRefused)
                .collectList()
                .map(SettleItems::allOrFirstRefusal);
    }

    private Mono<Outcome<Settled>> moveCase(StaffMember actor, Settled settled) {
        Action action = settled.paid() ? Action.CONFIRM_PAYOUT : Action.RETURN_PAYOUT;
        return casework.step(
                actor, settled.award().application().toString(), action, null, moved -> nothingGivenBack(settled)
                        .map(outcome -> outcome.then(free -> byAnother(actor, free))
                                .map(still -> new Settled(still.award(), still.item(), still.line(), moved.since()))));
    }

    /** What the household gave back in parts cannot come back from the bank as a whole: a person has to look. */
    private Mono<Outcome<Settled>> nothingGivenBack(Settled settled) {
        return settled.hadBeenPaid()
                ? givenBack
                        .of(settled.award().id())
                        .map(back -> back.isZero()
                                ? Outcome.done(settled)
                                : Outcome.refused(
                                        PayoutReason.GIVEN_BACK, settled.award().grant(), back.yuan()))
                : Mono.just(Outcome.done(settled));
    }

    /** What somebody recorded as paid, somebody else records as come back: it can be paid again from there. */
    private static Outcome<Settled> byAnother(StaffMember actor, Settled settled) {
        String earlier = settled.item().answeredBy();
        return settled.hadBeenPaid() && earlier != null && actor.is(earlier)
                ? Outcome.refused(
                        PayoutReason.RETURN_BY_ANOTHER, settled.award().grant())
                : Outcome.done(settled);
    }

    private static Outcome<List<Settled>> allOrFirstRefusal(List<Outcome<Settled>> outcomes) {
        Outcome<List<Settled>> all = Outcome.done(new ArrayList<>());
        for (Outcome<Settled> outcome : outcomes) {
            all = all.then(list -> outcome.map(settled -> {
                list.add(settled);
                return list;
            }));
        }
        return all;
    }

    private static Journal journal(Settled settled) {
        Award award = settled.award();
        Item item = settled.item();
        String key = item.endToEnd();
        if (settled.paid()) {
            return MoneyMoves.payoutConfirmed(
                    "payout-confirmed/" + key, settled.at(), item.sent(), award.grant(), award.kind(), item.amount());
        }
        Long confirmation = item.done();
        return confirmation == null
                ? MoneyMoves.payoutReturned(
                        "payout-returned/" + key, settled.at(), item.sent(), award.grant(), award.kind(), item.amount())
                : MoneyMoves.confirmedPayoutReturned(
                        "payout-returned/" + key,
                        settled.at(),
                        confirmation,
                        award.grant(),
                        award.kind(),
                        item.amount());
    }

    private Mono<Outcome<Boolean>> write(StaffMember actor, List<Settled> settled, List<Posting> postings) {
        return Floors.inTheWay(postings).map(this::refused).orElseGet(() -> Flux.range(0, settled.size())
                .concatMap(i ->
                        write(actor, settled.get(i), postings.get(i).sequence().orElseThrow()))
                .then(Mono.just(Outcome.done(true))));
    }

    private Mono<Outcome<Boolean>> refused(AccountCode account) {
        if (!account.equals(AccountCode.BANK_MAIN)) {
            throw new IllegalStateException("what was sent is not on its way in the books: " + account);
        }
        return ledger.balance(account).map(there -> Outcome.refused(PayoutReason.BANK_SHORT, there.yuan()));
    }

    private Mono<Void> write(StaffMember actor, Settled settled, long sequence) {
        Award award = settled.award();
        return payouts.settle(
                        settled.item().endToEnd(),
                        settled.paid() ? ItemState.CONFIRMED : ItemState.RETURNED,
                        settled.paid() ? sequence : null,
                        settled.line().reason(),
                        actor)
                .then(awards.move(award.id(), settled.paid() ? AwardState.PAID : AwardState.RETURNED, settled.at()))
                .then(tell(settled, sequence));
    }

    private Mono<Void> tell(Settled settled, long sequence) {
        if (!settled.paid() && !settled.hadBeenPaid()) {
            return Mono.empty();
        }
        String grant = settled.award().grant().value();
        return awards.onlyPaid(settled.award())
                .map(only -> settled.paid()
                        ? new Fact.GrantPaid(grant, only.person(), only.household())
                        : new Fact.GrantUnpaid(grant, only.person(), only.household()))
                .flatMap(fact -> outbox.publish(fact, sequence, settled.at()))
                .then();
    }
}
