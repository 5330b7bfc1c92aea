package org.yici.donations.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.PATIENCE;
import static org.yici.donations.payment.refund.RefundDesk.APPROVER;
import static org.yici.donations.payment.refund.RefundDesk.CASHIER;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import org.yici.donations.donation.CreatedDonation;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.trace.GiftTrace;

/**
 * Whatever is proposed, granted, approved, refused, sent, paid by hand and taken back by force, in whatever order: what went
 * back of a gift and what was spent of it are never more than the gift, and the books agree.
 */
class RefundSumsTest {

    private static final long GIFT = 1_000;

    enum What {
        PROPOSE,
        APPROVE,
        ROUND,
        GRANT,
        FAIL,
        HAND,
        DISPUTE
    }

    /** @param fen how much, where it matters */
    record Step(What what, long fen) {}

    @Provide
    Arbitrary<List<Step>> stories() {
        return Combinators.combine(
                        Arbitraries.of(What.values()),
                        Arbitraries.longs().between(1, GIFT + 100).withDistribution(RandomDistribution.biased()))
                .as(Step::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(20);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void no_more_goes_back_than_was_given_and_nothing_is_spent_twice(@ForAll("stories") List<Step> story) {
        RefundDesk desk = new RefundDesk();
        CreatedDonation gift = desk.given(GIFT);
        story.forEach(step -> take(desk, gift, step));

        GiftTrace trace = desk.world
                .bean(Ledger.class)
                .traceOfGift(desk.world.sequenceOf(gift))
                .block(PATIENCE);
        long spent =
                trace.paid().stream().mapToLong(share -> share.amount().fen()).sum();
        assertThat(trace.refunded().fen() + spent + trace.unspent().fen()).isEqualTo(GIFT);
        assertThat(trace.unspent().fen()).isNotNegative().isEqualTo(desk.fund());

        long approved =
                desk.world.number("select coalesce(sum(amount), 0) from donations.refund where sequence is not null"
                        + " and donation = '" + gift.id() + "'");
        long forced = desk.world.number(
                "select coalesce(sum(unspent), 0) from donations.chargeback where donation = '" + gift.id() + "'");
        assertThat(approved + forced).isEqualTo(trace.refunded().fen()).isLessThanOrEqualTo(GIFT);
        assertThat(desk.sentBack(gift)).isLessThanOrEqualTo(approved);
        assertThat(desk.text("select status from donations.donation where id = '" + gift.id() + "'"))
                .isEqualTo(statusOf(trace.refunded()));
        desk.booksAreRight();
    }

    private static String statusOf(Money refunded) {
        return refunded.isZero() ? "PAID" : refunded.fen() == GIFT ? "REFUNDED" : "PART_REFUNDED";
    }

    private static void take(RefundDesk desk, CreatedDonation gift, Step step) {
        Money amount = Money.ofFen(step.fen());
        switch (step.what()) {
            case PROPOSE, FAIL ->
                desk.world
                        .bean(ProposeRefund.class)
                        .propose(CASHIER, gift.id(), amount, step.what() == What.FAIL ? "退回 #fail" : "退回")
                        .block(PATIENCE);
            case APPROVE ->
                unfinished(desk, gift, refund -> desk.world
                        .bean(DecideRefund.class)
                        .approve(APPROVER, refund.id(), null, null)
                        .block(PATIENCE));
            case HAND ->
                unfinished(desk, gift, refund -> desk.world
                        .bean(FinishByHand.class)
                        .pay(CASHIER, refund.id(), FinishByHand.Source.CASH, "收条")
                        .block(PATIENCE));
            case ROUND -> desk.round();
            case GRANT -> desk.grantedIfThere(step.fen());
            case DISPUTE ->
                desk.world
                        .bean(ForcedRefund.class)
                        .record(new ForcedRefund.Dispute("sandbox", "dp-" + UUID.randomUUID(), gift.id(), amount))
                        .block(PATIENCE);
        }
    }

    private static void unfinished(RefundDesk desk, CreatedDonation gift, Consumer<Refund> step) {
        List<Refund> all =
                desk.world.bean(Refunds.class).ofGift(gift.id()).collectList().block(PATIENCE);
        all.stream().filter(refund -> !refund.status().isFinished()).forEach(step);
    }
}
