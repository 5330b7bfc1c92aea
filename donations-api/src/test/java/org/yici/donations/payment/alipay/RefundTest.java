package org.yici.donations.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.alipay.AlipayWorld.done;
import static org.yici.donations.payment.alipay.AlipayWorld.said;
import static org.yici.donations.payment.alipay.AlipayWorld.word;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import org.yici.donations.payment.simulator.alipay.RefundResult;
import org.yici.ledger.Money;
import reactor.core.publisher.Mono;

/** Money on its way back. */
class RefundTest {

    private static final AlipayWorld world = new AlipayWorld();

    private final PaymentProvider provider = world.provider();

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void all_of_it() {
        Order order = world.paid(1_000);
        assertThat(fate(provider.refund(world.refund(order, 1_000)))).isEqualTo("done 1000");
        assertThat(word(said(provider.query(order)))).isEqualTo("paid 1000 CNY");
        assertThat(refundedFen(order)).isEqualTo(1_000);
    }

    @Test
    void part_of_it_and_another_part_and_no_more_than_all() {
        Order order = world.paid(1_000);
        assertThat(fate(provider.refund(world.refund(order, 30)))).isEqualTo("done 30");
        assertThat(fate(provider.refund(world.refund(order, 970)))).isEqualTo("done 970");
        assertThat(fate(provider.refund(world.refund(order, 1)))).isEqualTo("failed ACQ.TRADE_HAS_CLOSE");
        assertThat(refundedFen(order)).isEqualTo(1_000);
    }

    @Test
    void more_than_was_paid_fails() {
        Order order = world.paid(1_000);
        assertThat(fate(provider.refund(world.refund(order, 1_001))))
                .isEqualTo("failed ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
    }

    @Test
    void the_same_number_twice_is_sent_back_once() {
        Order order = world.paid(1_000);
        RefundOrder refund = world.refund(order, 400);
        assertThat(fate(provider.refund(refund))).isEqualTo("done 400");
        assertThat(fate(provider.refund(refund))).isEqualTo("done 400");
        assertThat(fate(provider.queryRefund(refund))).isEqualTo("done 400");
        assertThat(refundedFen(order)).isEqualTo(400);
    }

    @Test
    void the_same_number_with_another_amount_changes_nothing_and_says_what_was_sent() {
        Order order = world.paid(1_000);
        RefundOrder refund = world.refund(order, 400);
        assertThat(fate(provider.refund(refund))).isEqualTo("done 400");
        RefundOrder other = new RefundOrder(refund.number(), order, Money.ofFen(500), "donor asked", null);
        assertThat(fate(provider.refund(other))).isEqualTo("done 400");
        assertThat(refundedFen(order)).isEqualTo(400);
    }

    @Test
    void one_that_alipay_does_not_know_may_be_sent_again() {
        assertThat(fate(provider.queryRefund(world.refund(world.paid(100), 50))))
                .isEqualTo("unknown");
        assertThat(fate(provider.queryRefund(world.refund(world.order(AlipayForm.WAP, 100), 50))))
                .isEqualTo("unknown");
    }

    @Test
    void of_an_order_that_was_never_paid_it_fails() {
        assertThat(fate(provider.refund(world.refund(world.opened(100), 50))))
                .isEqualTo("failed ACQ.TRADE_STATUS_ERROR");
        assertThat(fate(provider.refund(world.refund(world.order(AlipayForm.WAP, 100), 50))))
                .isEqualTo("failed ACQ.TRADE_NOT_EXIST");
    }

    @Test
    void one_that_is_accepted_first_is_asked_for_until_it_is_done() {
        Order order = world.paid(1_000);
        RefundOrder refund = world.refund(order, 400);
        world.alipay.refundNext(RefundResult.LATER);
        assertThat(fate(provider.refund(refund))).isEqualTo("unknown");
        assertThat(fate(provider.refund(refund))).isEqualTo("unknown");
        world.alipay.finishRefund(order.number().value(), refund.number().value());
        assertThat(fate(provider.queryRefund(refund))).isEqualTo("done 400");
        assertThat(refundedFen(order)).isEqualTo(400);
    }

    @Test
    void while_the_charitys_account_is_empty_it_waits() {
        Order order = world.paid(1_000);
        RefundOrder refund = world.refund(order, 400);
        world.alipay.refundNext(RefundResult.NO_BALANCE);
        assertThat(fate(provider.refund(refund))).isEqualTo("unknown");
        assertThat(fate(provider.refund(refund))).isEqualTo("done 400");
    }

    @Test
    void to_a_donor_whose_account_is_closed_it_fails() {
        world.alipay.refundNext(RefundResult.NEVER);
        assertThat(fate(provider.refund(world.refund(world.paid(100), 100))))
                .isEqualTo("failed ACQ.TRADE_NOT_ALLOW_REFUND");
    }

    @Test
    void its_notice_names_our_number_of_it() {
        Order order = world.paid(1_000);
        RefundOrder refund = world.refund(order, 400);
        assertThat(fate(provider.refund(refund))).isEqualTo("done 400");
        var notice = world.alipay.refundNotice(
                order.number().value(), refund.number().value());
        assertThat(done(provider.read(world.request(notice))))
                .isInstanceOfSatisfying(Notice.Refunded.class, refunded -> assertThat(refunded.refund())
                        .isEqualTo(refund.number().value()));
    }

    private static long refundedFen(Order order) {
        return world.alipay.refundedFen(order.number().value());
    }

    private static String fate(Mono<RefundState> refund) {
        return said(refund)
                .fold(
                        done -> "done " + done.fen(),
                        () -> "under way",
                        () -> "unknown",
                        failed -> "failed " + failed.code());
    }
}
