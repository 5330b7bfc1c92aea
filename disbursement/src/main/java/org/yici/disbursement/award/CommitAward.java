package org.yici.disbursement.award;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Numbering;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Attempt;
import org.yici.disbursement.application.GrantReason;
import org.yici.disbursement.application.NextSteps;
import org.yici.disbursement.application.Terms;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.standard.Judgements;
import org.yici.ledger.FundCode;
import org.yici.ledger.GrantCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.ledger.Posting;
import org.yici.ledger.PostingReason;
import org.yici.platform.facts.Fact;
import org.yici.platform.facts.FactOutbox;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Moves an approved amount out of its funds and writes the award down. */
@Component
final class CommitAward {

    /** A public line names its township only where at least so many people had that kind of aid there. */
    private static final int FEWEST_PEOPLE = 5;

    private final Households households;
    private final Awards awards;
    private final NextSteps nextSteps;
    private final Numbering numbering;
    private final Ledger ledger;
    private final FactOutbox outbox;
    private final Judgements judgements;
    private final PaidFirst paidFirst;
    private final DecisionBasis basis;
    private final SeenCards seenCards;

    CommitAward(
            Households households,
            Awards awards,
            NextSteps nextSteps,
            Numbering numbering,
            Ledger ledger,
            FactOutbox outbox,
            Judgements judgements,
            PaidFirst paidFirst,
            DecisionBasis basis,
            SeenCards seenCards) {
        this.households = households;
        this.awards = awards;
        this.nextSteps = nextSteps;
        this.numbering = numbering;
        this.ledger = ledger;
        this.outbox = outbox;
        this.judgements = judgements;
        this.paidFirst = paidFirst;
        this.basis = basis;
        this.seenCards = seenCards;
    }

    Mono<Outcome<Approve.Decided>> commit(Application approved, Terms terms) {
        return households.find(approved.household()).flatMap(household -> numbering
                .next("G", 4, approved.since())
                .map(GrantCode::of)
                .flatMap(grant -> Chain.then(
                        Chain.then(post(approved, grant, terms), posted -> stillWithin(approved, terms, posted)),
                        posted -> record(approved, household, grant, terms, posted))));
    }

    /**
     * The ledger is locked now: what the person was given meanwhile, by another approval at the same moment, counts. What is
     * refused here is rolled back with its journal.
     */
    private Mono<Outcome<Posted>> stillWithin(Application approved, Terms terms, Posted posted) {
        return nextSteps
                .terms(approved)
                .map(fresh -> approved.isPaidFirst() && fresh.anotherPaidFirst()
                        ? Outcome.refused(GrantReason.PAY_FIRST_RUNNING)
                        : Attempt.limits(fresh.of(terms.amount()))
                                .<Outcome<Posted>>map(Outcome::refused)
                                .orElseGet(() -> Outcome.done(posted)));
    }

    /** What the ledger numbered, and how the funds shared it. */
    private record Posted(long sequence, Map<FundCode, Money> shares) {}

    /**
     * The balances were read before the ledger was locked. Where somebody else took the last fen meanwhile, the shares are
     * worked out again, now under the lock, and that answer is final.
     */
    private Mono<Outcome<Posted>> post(Application approved, GrantCode grant, Terms terms) {
        return tryPost(approved, grant, terms)
                .flatMap(first -> first.isRefused()
                        ? nextSteps.terms(approved).flatMap(fresh -> tryPost(approved, grant, fresh.of(terms.amount())))
                        : Mono.just(first));
    }

    private Mono<Outcome<Posted>> tryPost(Application approved, GrantCode grant, Terms terms) {
        Map<FundCode, Money> shares = terms.shares();
        Outcome<Posted> fundShort =
                Outcome.refused(GrantReason.FUND_SHORT, terms.available().yuan());
        if (shares.values().stream().reduce(Money.ZERO, Money::plus).compareTo(terms.amount()) < 0) {
            return Mono.just(fundShort);
        }
        return ledger.post(List.of(MoneyMoves.awardCommitted(
                                "award/" + approved.id(), approved.since(), grant, approved.kind(), shares)
                        .withPrivatePart(Map.of("application", approved.id().toString()))))
                .map(postings -> postings.get(0))
                .map(posting -> posting.<Outcome<Posted>>fold(
                        posted -> Outcome.done(new Posted(posted.number(), shares)),
                        already -> {
                            throw new IllegalStateException("awarded before: " + approved);
                        },
                        refused -> refused(refused, approved, fundShort)));
    }

    private static Outcome<Posted> refused(Posting.Refused refused, Application approved, Outcome<Posted> fundShort) {
        if (refused.reason() == PostingReason.FLOOR) {
            return fundShort;
        }
        throw new IllegalStateException("the ledger refused " + approved + ": " + refused);
    }

    private Mono<Outcome<Approve.Decided>> record(
            Application approved, Household household, GrantCode grant, Terms terms, Posted posted) {
        Award award = new Award(
                AwardId.fresh(),
                grant,
                approved.id(),
                household.id(),
                household.member(approved.member()).orElseThrow().person(),
                approved.kind(),
                household.township(),
                posted.shares().values().stream().reduce(Money.ZERO, Money::plus),
                posted.shares(),
                AwardState.AWARDED,
                posted.sequence(),
                approved.since());
        return awards.add(award)
                .then(judgements.add(award.id().value(), terms.judgement()))
                .then(paidFirst.keep(approved, terms))
                .then(seenCards.freeze(award.id(), household.card()))
                .then(basis.freeze(
                        award.id().value(), approved, terms.programme().leftOut()))
                .then(awards.people(award.township(), award.kind()))
                .flatMap(people ->
                        outbox.publish(fact(award, people >= FEWEST_PEOPLE), award.sequence(), award.awardedAt()))
                .thenReturn(Outcome.done(new Approve.Decided(
                        award.id().toString(), grant.value(), Amount.of(award.amount()), approved.state())));
    }

    private static Fact fact(Award award, boolean townshipTellsNobody) {
        return new Fact.AwardMade(
                award.grant().value(),
                award.kind().word(),
                townshipTellsNobody ? award.township() : null,
                award.shares().keySet().stream().map(FundCode::value).sorted().toList(),
                award.amount().fen());
    }
}
