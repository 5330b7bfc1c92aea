package org.yici.donations.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.refusal;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.order.RefundState;
import org.yici.donations.payment.refund.ForcedRefund.Dispute;
import org.yici.donations.payment.refund.ForcedRefund.Recorded;
import org.yici.ledger.AccountCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.trace.GiftTrace;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a provider takes back by force. */
class ForcedRefundTest {

    private final RefundDesk desk = new RefundDesk();
    private final ForcedRefund forced = desk.world.bean(ForcedRefund.class);

    private static Dispute dispute(CreatedDonation gift, long fen) {
        return new Dispute("sandbox", "dp-" + UUID.randomUUID(), gift.id(), Money.ofFen(fen));
    }

    @Test
    void what_is_not_spent_leaves_its_fund_and_is_gone_at_once() {
        CreatedDonation gift = desk.given(1_000);
        long owed = owed();
        Recorded recorded = done(forced.record(dispute(gift, 1_000)));
        assertThat(recorded.unspent()).isEqualTo(Money.ofFen(1_000));
        assertThat(desk.fund()).isZero();
        assertThat(desk.status(gift)).isEqualTo("REFUNDED");
        assertThat(desk.journals("refund", gift)).isEqualTo(1);
        assertThat(desk.journals("refund-paid", gift)).isEqualTo(1);
        assertThat(owed()).isEqualTo(owed);
        desk.booksAreRight();
    }

    @Test
    void what_is_spent_is_owed_to_the_charity_and_its_trace_stands() {
        CreatedDonation gift = desk.given(1_000);
        desk.granted(1_000);
        long owed = owed();
        Recorded recorded = done(forced.record(dispute(gift, 1_000)));
        assertThat(recorded.unspent()).isEqualTo(Money.ZERO);
        assertThat(owed()).isEqualTo(owed + 1_000);
        assertThat(desk.status(gift)).isEqualTo("PAID");
        GiftTrace trace = trace(gift);
        assertThat(trace.refunded()).isEqualTo(Money.ZERO);
        assertThat(trace.paid()).extracting(GiftTrace.Share::amount).containsExactly(Money.ofFen(1_000));
        desk.booksAreRight();
    }

    @Test
    void of_a_gift_that_is_half_spent_each_half_goes_its_own_way() {
        CreatedDonation gift = desk.given(1_000);
        desk.granted(600);
        long owed = owed();
        assertThat(done(forced.record(dispute(gift, 1_000))).unspent()).isEqualTo(Money.ofFen(400));
        assertThat(owed()).isEqualTo(owed + 600);
        assertThat(desk.fund()).isZero();
        assertThat(desk.status(gift)).isEqualTo("PART_REFUNDED");
        assertThat(trace(gift).refunded()).isEqualTo(Money.ofFen(400));
        desk.booksAreRight();
    }

    @Test
    void a_dispute_that_is_told_often_and_at_once_is_recorded_once() {
        CreatedDonation gift = desk.given(1_000);
        desk.granted(600);
        Dispute dispute = dispute(gift, 1_000);
        Flux.range(0, 12).flatMap(i -> forced.record(dispute)).blockLast(World.PATIENCE);
        desk.given(5_000);
        Recorded again = done(forced.record(dispute));
        assertThat(again.repeated()).isTrue();
        assertThat(again.unspent()).isEqualTo(Money.ofFen(400));
        assertThat(desk.journals("refund", gift)).isEqualTo(1);
        assertThat(desk.journals("refund-paid", gift)).as("one for each half").isEqualTo(2);
        desk.booksAreRight();
    }

    @Test
    void a_dispute_number_means_one_gift_and_one_amount() {
        CreatedDonation gift = desk.given(1_000);
        CreatedDonation other = desk.given(1_000);
        Dispute dispute = dispute(gift, 500);
        done(forced.record(dispute));
        assertThat(refusal(forced.record(new Dispute("sandbox", dispute.number(), gift.id(), Money.ofFen(501)))))
                .isEqualTo("refund-other-dispute");
        assertThat(refusal(forced.record(new Dispute("sandbox", dispute.number(), other.id(), Money.ofFen(500)))))
                .isEqualTo("refund-other-dispute");
        assertThat(desk.fund()).isEqualTo(1_500);
    }

    @Test
    void no_provider_takes_back_more_than_it_brought_or_what_another_brought() {
        CreatedDonation gift = desk.given(1_000);
        assertThat(refusal(forced.record(dispute(gift, 1_001)))).isEqualTo("refund-over-gift");
        assertThat(refusal(forced.record(new Dispute("wechat", "dp-1", gift.id(), Money.ofFen(1)))))
                .isEqualTo("payment-other-method");
        assertThat(refusal(forced.record(dispute(desk.wished(1_000), 1_000)))).isEqualTo("refund-gift-not-paid");
        assertThat(desk.fund()).isEqualTo(1_000);
    }

    @Test
    void what_was_refunded_before_cannot_leave_its_fund_again_and_is_owed() {
        CreatedDonation gift = desk.given(1_000);
        desk.approved(gift, 700, "退回");
        desk.round();
        long owed = owed();
        assertThat(done(forced.record(dispute(gift, 1_000))).unspent()).isEqualTo(Money.ofFen(300));
        assertThat(owed()).isEqualTo(owed + 700);
        assertThat(desk.status(gift)).isEqualTo("REFUNDED");
        desk.booksAreRight();
    }

    @Test
    void a_refund_that_still_waits_here_is_set_off_and_the_donor_is_paid_once() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "退回");
        long owed = owed();
        long payable = payable();
        done(forced.record(dispute(gift, 1_000)));
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.DISPUTED);
        assertThat(owed()).as("neither owes the other").isEqualTo(owed);
        assertThat(payable()).isEqualTo(payable - 1_000);
        desk.round();
        assertThat(desk.sentBack(gift)).isZero();
        assertThat(desk.world.number("select count(*) from donations.refund_step where refund = '" + refund.id()
                        + "' and act = 'DISPUTE' and amount = 1000"))
                .isEqualTo(1);
        desk.booksAreRight();
    }

    @Test
    void of_a_refund_that_a_dispute_takes_in_part_only_the_rest_is_sent() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 600, "退回");
        long owed = owed();
        done(forced.record(dispute(gift, 500)));
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.APPROVED);
        assertThat(desk.now(refund).due()).as("400 were in the fund").isEqualTo(Money.ofFen(500));
        desk.round();
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.DONE);
        assertThat(desk.sentBack(gift)).isEqualTo(500);
        assertThat(owed()).isEqualTo(owed);
        desk.booksAreRight();
    }

    @Test
    void a_refund_that_its_provider_may_have_is_set_off_once_the_provider_says_that_it_failed() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "#lost");
        desk.round();
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.SENT);
        long owed = owed();
        done(forced.record(dispute(gift, 1_000)));
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.SENT);
        assertThat(owed()).isEqualTo(owed + 1_000);
        HearRefund hearing = desk.world.bean(HearRefund.class);
        done(hearing.hear(desk.now(refund).sending().number(), new RefundState.Failed("charge-disputed")));
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.DISPUTED);
        assertThat(owed()).isEqualTo(owed);
        desk.booksAreRight();
    }

    @Test
    void a_refund_that_its_provider_does_not_know_is_not_sent_after_a_dispute() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "#lost");
        desk.round();
        done(forced.record(dispute(gift, 1_000)));
        desk.change("delete from donations.sandbox_refund where donation = '" + gift.id() + "'");
        desk.roundAfterThePause(refund);
        assertThat(desk.now(refund).status()).isEqualTo(RefundStatus.DISPUTED);
        assertThat(desk.sentBack(gift)).isZero();
        desk.booksAreRight();
    }

    @Test
    void a_dispute_that_is_won_gives_each_its_own_back_once() {
        CreatedDonation gift = desk.given(1_000);
        desk.granted(600);
        long owed = owed();
        Dispute dispute = dispute(gift, 1_000);
        DisputeWon won = desk.world.bean(DisputeWon.class);
        assertThat(refusal(won.record("sandbox", dispute.number(), Money.ofFen(1_000))))
                .isEqualTo("not-found");
        done(forced.record(dispute));
        assertThat(refusal(won.record("sandbox", dispute.number(), Money.ofFen(1_001))))
                .isEqualTo("refund-over-gift");
        assertThat(done(won.record("sandbox", dispute.number(), Money.ofFen(1_000))))
                .isEqualTo(gift.id());
        done(won.record("sandbox", dispute.number(), Money.ofFen(1_000)));
        assertThat(owed()).isEqualTo(owed);
        assertThat(desk.fund()).isEqualTo(400);
        desk.booksAreRight();
    }

    @Test
    void two_disputes_of_one_gift_are_two() {
        CreatedDonation gift = desk.given(1_000);
        done(forced.record(dispute(gift, 300)));
        done(forced.record(dispute(gift, 700)));
        assertThat(desk.fund()).isZero();
        assertThat(desk.status(gift)).isEqualTo("REFUNDED");
        desk.booksAreRight();
    }

    @Test
    void a_refund_that_was_done_and_came_back_is_owed_again_and_paid_once_more() {
        CreatedDonation gift = desk.given(1_000);
        Refund refund = desk.approved(gift, 1_000, "退回");
        desk.round();
        OrderNumber number = desk.now(refund).sending().number();
        HearRefund hearing = desk.world.bean(HearRefund.class);
        long payable = payable();
        assertThat(refusal(hearing.cameBack(number, Money.ofFen(999)))).isEqualTo("refund-other-amount");
        assertThat(done(hearing.cameBack(number, Money.ofFen(1_000))).status()).isEqualTo(RefundStatus.FAILED);
        assertThat(refusal(hearing.cameBack(number, Money.ofFen(1_000)))).isEqualTo("step-not-open");
        assertThat(payable()).isEqualTo(payable + 1_000);
        Refund paid = done(desk.world
                .bean(FinishByHand.class)
                .pay(RefundDesk.CASHIER, refund.id(), FinishByHand.Source.CASH, "K-1"));
        assertThat(paid.status()).isEqualTo(RefundStatus.DONE);
        assertThat(payable()).isEqualTo(payable);
        assertThat(desk.journals("refund-paid", gift)).isEqualTo(2);
        desk.booksAreRight();
    }

    @Test
    void an_award_at_the_same_moment_gets_the_fen_or_leaves_them_never_both() {
        CreatedDonation gift = desk.given(1_000);
        Dispute dispute = dispute(gift, 1_000);
        long owed = owed();
        Flux.merge(
                        forced.record(dispute).then(),
                        Mono.fromRunnable(() -> desk.grantedIfThere(600))
                                .subscribeOn(Schedulers.boundedElastic())
                                .then())
                .blockLast(World.PATIENCE);
        Recorded recorded = done(forced.record(dispute));
        assertThat(recorded.unspent().fen()).isIn(400L, 1_000L);
        assertThat(owed()).isEqualTo(owed + 1_000 - recorded.unspent().fen());
        desk.booksAreRight();
    }

    private GiftTrace trace(CreatedDonation gift) {
        return desk.world
                .bean(Ledger.class)
                .traceOfGift(desk.world.sequenceOf(gift))
                .block(World.PATIENCE);
    }

    private long payable() {
        return -desk.world.number(
                "select coalesce(sum(balance), 0)::bigint from ledger.accounts where code = 'payable:refunds'");
    }

    private long owed() {
        return desk.world
                .bean(Ledger.class)
                .balance(AccountCode.RECEIVABLE_CHARGEBACKS)
                .block(World.PATIENCE)
                .fen();
    }
}
