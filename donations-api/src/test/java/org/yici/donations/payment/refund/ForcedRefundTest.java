package org.yici.donations.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.refusal;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
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

    private long owed() {
        return desk.world
                .bean(Ledger.class)
                .balance(AccountCode.RECEIVABLE_CHARGEBACKS)
                .block(World.PATIENCE)
                .fen();
    }
}
