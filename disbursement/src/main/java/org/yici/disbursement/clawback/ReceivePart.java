package org.yici.disbursement.clawback;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Once;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardState;
import org.yici.disbursement.award.Awards;
import org.yici.disbursement.award.GivenBack;
import org.yici.disbursement.clawback.Clawback.Part;
import org.yici.disbursement.clawback.ClawbackWork.Locked;
import org.yici.ledger.FundCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.ledger.Posting;
import org.yici.ledger.PostingReason;
import org.yici.platform.facts.Fact;
import org.yici.platform.facts.FactOutbox;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** The cashier books what came back to the bank account, once a payment of the bank: the funds have it again. */
@Component
public final class ReceivePart {

    private static final String REFERENCE = "[0-9A-Za-z][0-9A-Za-z/-]{3,39}";

    private final Once once;
    private final ClawbackWork work;
    private final Clawbacks clawbacks;
    private final Awards awards;
    private final GivenBack givenBack;
    private final Ledger ledger;
    private final FactOutbox outbox;
    private final DatabaseClient database;

    ReceivePart(
            Once once,
            ClawbackWork work,
            Clawbacks clawbacks,
            Awards awards,
            GivenBack givenBack,
            Ledger ledger,
            FactOutbox outbox,
            DatabaseClient database) {
        this.once = once;
        this.work = work;
        this.clawbacks = clawbacks;
        this.awards = awards;
        this.givenBack = givenBack;
        this.ledger = ledger;
        this.outbox = outbox;
        this.database = database;
    }

    /**
     * @param reference the bank's own number of that payment, 4 to 40 letters and digits: the same one is booked once
     * @param receivedOn the day on the bank's statement
     */
    public record Received(
            @Nullable Amount amount,
            @Nullable String receivedOn,
            @Nullable String reference) {}

    /**
     * @return refused {@code not-found}, {@code no-clawback}, {@code role}, {@code same-person},
     *     {@code clawback-step-not-open}, {@code over-demanded}, {@code part-booked} or {@code books-differ}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Demand>> receive(StaffMember actor, IdempotencyKey key, String award, Received received) {
        FieldErrors errors = new FieldErrors();
        Money amount = Amount.read(received.amount(), "amount", errors);
        LocalDate on = ClawbackInput.past(errors, received.receivedOn(), "receivedOn", work.today());
        String reference = Objects.requireNonNullElse(received.reference(), "").strip();
        errors.require(reference.matches(REFERENCE), "reference", "input.clawback.reference");
        errors.throwIfAny();
        return once.run(actor, key, "clawback-part/" + award, received, Demand.class, () -> Chain.then(
                        work.open(award), locked -> take(actor, locked, amount, on, reference))
                .map(outcome -> outcome.map(Demand::of)));
    }

    private Mono<Outcome<Clawback>> take(
            StaffMember actor, Locked locked, Money amount, LocalDate on, String reference) {
        Money rest = locked.demand().outstanding();
        ClawbackAction action = locked.demand().receiving(amount);
        return work.step(
                actor,
                locked.demand(),
                action,
                amount,
                reference,
                demand -> amount.compareTo(rest) > 0
                        ? Mono.just(Outcome.refused(ClawbackReason.MORE_THAN_ASKED, rest.yuan()))
                        : Chain.then(free(reference), free -> book(actor, locked, amount, on, reference)));
    }

    private Mono<Outcome<String>> free(String reference) {
        return clawbacks
                .isBooked(reference)
                .map(booked -> booked ? Outcome.refused(ClawbackReason.PART_BOOKED) : Outcome.done(reference));
    }

    private Mono<Outcome<Clawback>> book(
            StaffMember actor, Locked locked, Money amount, LocalDate on, String reference) {
        Award award = locked.award();
        return Mono.zip(givenBack.stillBorne(award.id()), confirmation(award)).flatMap(found -> {
            Map<FundCode, Money> shares = Apportion.of(amount, found.getT1());
            return Chain.then(post(award, found.getT2(), shares, reference), sequence -> {
                Part part = new Part(reference, amount, on, actor.username(), work.now(), sequence);
                return write(award, locked.demand(), part, shares);
            });
        });
    }

    /** Sequence of the confirmation's journal of the payout that reached the household. */
    private Mono<Long> confirmation(Award award) {
        return database.sql("select done from disbursement.payout_item where award = $1 and state = 'CONFIRMED'")
                .bind(0, award.id().value())
                .map(row -> Columns.number(row, "done"))
                .one();
    }

    private Mono<Outcome<Long>> post(Award award, long confirmation, Map<FundCode, Money> shares, String reference) {
        return ledger.post(List.of(MoneyMoves.grantReturned(
                        "grant-returned/" + reference, work.now(), confirmation, award.grant(), award.kind(), shares)))
                .map(postings -> postings.get(0)
                        .fold(
                                posted -> Outcome.done(posted.number()),
                                already -> Outcome.refused(ClawbackReason.PART_BOOKED),
                                ReceivePart::refused));
    }

    /** Of what the ledger may refuse, two happen in life; the rest are defects. */
    private static Outcome<Long> refused(Posting.Refused refused) {
        if (refused.reason() == PostingReason.KEY_CONFLICT) {
            return Outcome.refused(ClawbackReason.PART_BOOKED);
        }
        if (refused.reason() == PostingReason.OVER_RELEASED) {
            return Outcome.refused(ClawbackReason.BOOKS_DIFFER);
        }
        throw new IllegalStateException("the ledger refused what came back: " + refused);
    }

    private Mono<Outcome<Clawback>> write(Award award, Clawback demand, Part part, Map<FundCode, Money> shares) {
        return clawbacks
                .add(demand.id(), part)
                .then(givenBack.add(award.id(), shares))
                .flatMap(state -> state == AwardState.PAID ? Mono.empty() : tell(award, part))
                .thenReturn(Outcome.done(demand.receiving(part)));
    }

    /** All of it came back: this grant helps nobody any more. */
    private Mono<Long> tell(Award award, Part part) {
        return awards.onlyPaid(award)
                .flatMap(only -> outbox.publish(
                        new Fact.GrantUnpaid(award.grant().value(), only.person(), only.household()),
                        part.sequence(),
                        part.at()));
    }
}
