package org.yici.donations.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yici.donations.payment.stripe.StripeWorld.await;
import static org.yici.donations.payment.stripe.StripeWorld.isOutage;
import static org.yici.donations.payment.stripe.StripeWorld.refund;
import static org.yici.donations.payment.stripe.StripeWorld.refused;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.donations.payment.order.Opened;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import org.yici.donations.payment.simulator.Fault;
import org.yici.ledger.Money;

class StripeFaultsTest {

    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String REFUNDS = "/v1/refunds";

    private final StripeWorld world = new StripeWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "HANG", "DROP", "DIE_AFTERWARDS"})
    void an_order_whose_answer_does_not_come_may_be_sent_again_and_is_one_order(Fault fault) {
        Order order = world.order();
        strike(SESSIONS, fault);
        isOutage(world.provider.open(order));
        Opened opened = world.open(order);
        assertThat(world.open(order)).isEqualTo(opened);
        assertThat(world.stripe.orders()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "HANG", "DROP", "DIE_AFTERWARDS"})
    void a_question_whose_answer_does_not_come_is_never_answered_unpaid(Fault fault) {
        Order order = world.paid();
        strike(SESSIONS, fault);
        isOutage(world.provider.query(order));
        assertThat(world.query(order)).isInstanceOf(OrderState.Paid.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "HANG", "DROP", "DIE_AFTERWARDS"})
    void an_order_that_could_not_be_closed_for_sure_can_be_closed_again(Fault fault) {
        Order order = world.opened();
        strike("/expire", fault);
        isOutage(world.provider.close(order));
        assertThat(world.close(order)).isEqualTo(new OrderState.Ended());
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "HANG", "DROP", "DIE_AFTERWARDS"})
    void a_refund_whose_answer_does_not_come_may_be_sent_again_and_is_one_refund(Fault fault) {
        RefundOrder refund = refund(world.paid(), 300);
        assertThat(world.queryRefund(refund)).isEqualTo(new RefundState.Unknown());
        // The first call looks for it; the fault is to strike the second.
        world.stripe.faults().next(REFUNDS, Fault.NONE);
        strike(REFUNDS, fault);
        isOutage(world.provider.refund(refund));
        assertThat(world.refund(refund)).isInstanceOf(RefundState.Done.class);
        assertThat(world.refund(refund)).isInstanceOf(RefundState.Done.class);
        assertThat(world.stripe.refunds()).isEqualTo(1);
    }

    @Test
    void a_request_that_java_sends_again_by_itself_after_a_cut_has_one_effect() {
        world.stripe.faults().next(SESSIONS, Fault.DIE_AFTERWARDS);
        assertThat(world.open(world.order()).known()).startsWith("cs_");
        assertThat(world.stripe.orders()).isEqualTo(1);
    }

    @Test
    void a_stripe_that_hangs_keeps_nobody_waiting_longer_than_the_limit() {
        Order order = world.opened();
        strike(SESSIONS, Fault.HANG);
        Instant begin = Instant.now();
        isOutage(world.provider.query(order));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_key_that_stripe_does_not_take_is_an_outage_and_no_refusal() {
        StripeProvider stranger = world.provider("sk_test_somebodyelse");
        isOutage(stranger.open(world.order()));
        isOutage(stranger.query(world.opened()));
    }

    @Test
    void an_order_that_stripe_does_not_take_is_refused_with_its_code() {
        Order order = world.order();
        world.clock.turn(Duration.ofMinutes(45));
        assertThat(refused(await(world.provider.open(order))))
                .isEqualTo("PROVIDER_REFUSES [parameter_invalid_integer]");
    }

    @Test
    void another_order_under_the_same_number_is_a_defect_of_ours_and_no_second_order() {
        Order order = world.order();
        assertThat(world.open(order).known()).isNotNull();
        Order changed = new Order(
                order.number(),
                order.donation(),
                order.provider(),
                order.form(),
                Money.ofFen(999),
                order.title(),
                null,
                null,
                order.back(),
                order.createdAt(),
                order.expiresAt(),
                null,
                null);
        assertThatThrownBy(() -> await(world.provider.open(changed)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stripe: open was sent before with other content");
        assertThat(world.stripe.orders()).isEqualTo(1);
    }

    @Test
    void a_refund_of_a_payment_that_stripe_does_not_know_fails() {
        Order unknown = StripeWorld.with(world.order(), "cs_test_never", "pi_never");
        assertThat(world.queryRefund(refund(unknown, 100))).isEqualTo(new RefundState.Unknown());
        assertThat(world.refund(refund(unknown, 100))).isEqualTo(new RefundState.Failed("resource_missing"));
    }

    /** Twice: when a connection is cut, Java sends the request again by itself. */
    private void strike(String part, Fault fault) {
        world.stripe.faults().next(part, fault);
        if (fault == Fault.DROP || fault == Fault.DIE_AFTERWARDS) {
            world.stripe.faults().next(part, fault);
        }
    }
}
