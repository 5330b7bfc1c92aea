package org.yici.donations.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.wechat.WechatWorld.get;
import static org.yici.donations.payment.wechat.WechatWorld.order;
import static org.yici.donations.payment.wechat.WechatWorld.refundOf;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import org.yici.ledger.Money;

class WechatRefundsTest {

    private final WechatWorld world = WechatWorld.world();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void a_refund_is_accepted_first_and_done_later() {
        RefundOrder refund = refundOf(world.paid(100), 100);
        assertThat(world.refund(refund)).isEqualTo(new RefundState.UnderWay());
        world.simulator.endRefund(refund.number().value(), "SUCCESS");
        assertThat(query(refund)).isInstanceOfSatisfying(RefundState.Done.class, done -> {
            assertThat(done.known()).startsWith("50");
            assertThat(done.fen()).isEqualTo(100);
        });
    }

    @Test
    void an_order_whose_money_went_back_was_paid_all_the_same() {
        Order order = world.paid(100);
        world.refund(refundOf(order, 100));
        assertThat(world.query(order)).isInstanceOf(OrderState.Paid.class);
    }

    @Test
    void parts_are_sent_back_until_nothing_is_left() {
        Order order = world.paid(100);
        assertThat(world.refund(refundOf(order, 30))).isEqualTo(new RefundState.UnderWay());
        assertThat(world.refund(refundOf(order, 70))).isEqualTo(new RefundState.UnderWay());
        assertThat(world.refund(refundOf(order, 1))).isEqualTo(new RefundState.Failed("INVALID_REQUEST"));
    }

    @Test
    void the_same_refund_again_is_sent_back_once() {
        RefundOrder refund = refundOf(world.paid(100), 60);
        int before = world.simulator.refunds();
        assertThat(world.refund(refund)).isEqualTo(world.refund(refund));
        assertThat(world.simulator.refunds()).isEqualTo(before + 1);
    }

    @Test
    void a_number_that_is_taken_says_what_became_of_the_refund_that_has_it() {
        RefundOrder refund = refundOf(world.paid(100), 60);
        world.refund(refund);
        world.simulator.endRefund(refund.number().value(), "SUCCESS");
        RefundOrder other = new RefundOrder(refund.number(), refund.order(), Money.ofFen(61), refund.reason(), null);
        assertThat(world.refund(other)).isInstanceOfSatisfying(RefundState.Done.class, done -> assertThat(done.fen())
                .isEqualTo(60));
    }

    @Test
    void a_refund_that_it_does_not_know_may_be_sent_again() {
        assertThat(query(refundOf(world.paid(100), 10))).isEqualTo(new RefundState.Unknown());
    }

    @Test
    void nothing_is_sent_back_of_what_is_not_paid() {
        assertThat(world.refund(refundOf(world.opened(100), 10)))
                .isEqualTo(new RefundState.Failed("RESOURCE_NOT_EXISTS"));
        assertThat(world.refund(refundOf(order("native", 100), 10)))
                .isEqualTo(new RefundState.Failed("RESOURCE_NOT_EXISTS"));
    }

    @Test
    void while_the_merchants_balance_is_short_the_same_refund_waits() {
        RefundOrder refund = refundOf(world.paid(100), 10);
        world.simulator.shortOfMoney(true);
        assertThat(world.refund(refund)).isEqualTo(new RefundState.Unknown());
        world.simulator.shortOfMoney(false);
        assertThat(world.refund(refund)).isEqualTo(new RefundState.UnderWay());
    }

    @Test
    void one_that_is_closed_or_stuck_will_not_happen_this_way() {
        RefundOrder refund = refundOf(world.paid(100), 10);
        world.refund(refund);
        world.simulator.endRefund(refund.number().value(), "ABNORMAL");
        assertThat(query(refund)).isEqualTo(new RefundState.Failed("ABNORMAL"));
        world.simulator.endRefund(refund.number().value(), "CLOSED");
        assertThat(world.refund(refund)).isEqualTo(new RefundState.Failed("CLOSED"));
    }

    private RefundState query(RefundOrder refund) {
        return get(world.provider.queryRefund(refund));
    }
}
