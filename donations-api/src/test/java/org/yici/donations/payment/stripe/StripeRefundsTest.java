package org.yici.donations.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.stripe.StripeWorld.done;
import static org.yici.donations.payment.stripe.StripeWorld.refund;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import reactor.core.publisher.Mono;

class StripeRefundsTest {

    private final StripeWorld world = new StripeWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void all_of_it_is_sent_back() {
        RefundOrder refund = refund(world.paid(), 1000);
        assertThat(world.queryRefund(refund)).isEqualTo(new RefundState.Unknown());
        RefundState.Done sent = (RefundState.Done) world.refund(refund);
        assertThat(sent.fen()).isEqualTo(1000);
        assertThat(world.queryRefund(refund)).isEqualTo(sent);
        assertThat(world.queryRefund(known(refund, sent.known()))).isEqualTo(sent);
        assertThat(done(world.hear(
                        world.stripe.events().refunded(refund.number().value()))))
                .isInstanceOfSatisfying(Notice.Refunded.class, told -> assertThat(told.refund())
                        .isEqualTo(refund.number().value()));
        assertThat(world.query(refund.order())).as("it was paid all the same").isInstanceOf(OrderState.Paid.class);
    }

    @Test
    void parts_are_sent_back_until_nothing_is_left() {
        Order order = world.paid();
        assertThat(world.refund(refund(order, 300))).isInstanceOf(RefundState.Done.class);
        assertThat(world.refund(refund(order, 701))).isEqualTo(new RefundState.Failed("invalid_request_error"));
        assertThat(world.refund(refund(order, 700))).isInstanceOf(RefundState.Done.class);
        assertThat(world.refund(refund(order, 1))).isEqualTo(new RefundState.Failed("charge_already_refunded"));
    }

    @Test
    void the_same_refund_again_is_sent_once_even_when_stripe_has_forgotten_the_request() {
        RefundOrder refund = refund(world.paid(), 300);
        RefundState sent = world.refund(refund);
        assertThat(world.refund(refund)).isEqualTo(sent);
        world.stripe.forgetKeys();
        assertThat(world.refund(refund)).isEqualTo(sent);
        assertThat(world.stripe.refunds()).isEqualTo(1);
    }

    @Test
    void the_same_refund_asked_for_twice_at_once_is_sent_once() {
        RefundOrder refund = refund(world.paid(), 300);
        Mono<RefundState> once = world.provider.refund(refund).onErrorComplete();
        Mono.when(once, once, once).block(StripeWorld.PATIENCE);
        assertThat(world.refund(refund)).isInstanceOf(RefundState.Done.class);
        assertThat(world.stripe.refunds()).isEqualTo(1);
    }

    @Test
    void a_refund_that_takes_its_time_is_under_way_and_then_done_or_failed() {
        world.stripe.nextRefund("pending");
        RefundOrder slow = refund(world.paid(), 300);
        assertThat(world.refund(slow)).isEqualTo(new RefundState.UnderWay());
        assertThat(world.queryRefund(slow)).isEqualTo(new RefundState.UnderWay());
        world.stripe.settleRefund(slow.number().value(), "succeeded");
        assertThat(world.queryRefund(slow)).isInstanceOf(RefundState.Done.class);
        world.stripe.settleRefund(slow.number().value(), "failed");
        assertThat(world.queryRefund(slow)).isEqualTo(new RefundState.Failed("lost_or_stolen_card"));
    }

    private static RefundOrder known(RefundOrder refund, String known) {
        return new RefundOrder(refund.number(), refund.order(), refund.amount(), refund.reason(), known);
    }
}
