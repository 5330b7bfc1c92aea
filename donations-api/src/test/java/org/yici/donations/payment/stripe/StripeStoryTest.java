package org.yici.donations.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.stripe.StripeWorld.await;
import static org.yici.donations.payment.stripe.StripeWorld.done;
import static org.yici.donations.payment.stripe.StripeWorld.refused;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.donations.payment.order.Browser;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Opened;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.Payment;
import org.yici.donations.payment.simulator.stripe.StripeEvent;

class StripeStoryTest {

    private final StripeWorld world = new StripeWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void every_browser_goes_to_the_page_of_stripe(Browser browser) {
        assertThat(world.provider.formFor(browser)).isEqualTo("checkout");
        Opened opened = world.open(world.order());
        assertThat(opened.checkout())
                .isInstanceOfSatisfying(Checkout.Elsewhere.class, elsewhere -> assertThat(elsewhere.address())
                        .startsWith(world.stripe.address() + "/c/pay/" + opened.known()));
    }

    @Test
    void an_order_is_opened_paid_told_of_and_found_paid() {
        Order order = world.opened();
        assertThat(world.query(order)).isEqualTo(new OrderState.Unpaid());
        world.stripe.pay(order.number().value());
        StripeEvent event = world.stripe.events().completed(order.number().value());
        Notice.Paid notice = (Notice.Paid) done(world.hear(event));
        assertThat(notice.payment())
                .isEqualTo(new Payment(order.number().value(), notice.payment().number(), 1000, "CNY"));
        assertThat(notice.payment().number()).startsWith("pi_");
        assertThat(world.query(order)).isEqualTo(new OrderState.Paid(notice.payment()));
    }

    @Test
    void the_same_order_again_is_the_same_order_and_makes_no_second_one() {
        Order order = world.order();
        Opened first = world.open(order);
        world.clock.turn(Duration.ofMinutes(20));
        assertThat(world.open(order)).isEqualTo(first);
        assertThat(world.open(StripeWorld.with(order, first.known(), null))).isEqualTo(first);
        assertThat(world.stripe.orders()).isEqualTo(1);
    }

    @Test
    void an_order_that_reaches_stripe_minutes_after_it_was_made_is_taken_though_it_has_less_than_half_an_hour_left() {
        Order order = world.order();
        world.clock.turn(Duration.ofMinutes(10));
        assertThat(world.open(order).known()).startsWith("cs_");
    }

    @Test
    void an_order_with_days_to_pay_is_taken_for_a_day() {
        Order order = world.order();
        Order long_lived = new Order(
                order.number(),
                order.donation(),
                order.provider(),
                order.form(),
                order.amount(),
                order.title(),
                null,
                null,
                order.back(),
                order.createdAt(),
                order.createdAt().plus(3, ChronoUnit.DAYS),
                null,
                null);
        assertThat(world.open(long_lived).known()).startsWith("cs_");
    }

    @Test
    void an_order_that_is_paid_or_ended_cannot_be_opened_again() {
        assertThat(refused(await(world.provider.open(world.paid())))).isEqualTo("ORDER_ENDED []");
        Order ended = world.opened();
        assertThat(world.close(ended)).isEqualTo(new OrderState.Ended());
        assertThat(refused(await(world.provider.open(ended)))).isEqualTo("ORDER_ENDED []");
    }

    @Test
    void an_order_that_is_closed_has_ended_and_stays_so() {
        Order order = world.opened();
        assertThat(world.close(order)).isEqualTo(new OrderState.Ended());
        assertThat(world.close(order)).isEqualTo(new OrderState.Ended());
        assertThat(world.query(order)).isEqualTo(new OrderState.Ended());
    }

    @Test
    void an_order_that_is_paid_already_is_found_paid_when_it_is_to_be_closed() {
        Order order = world.paid();
        assertThat(world.close(order)).isInstanceOf(OrderState.Paid.class);
    }

    @Test
    void an_order_whose_name_at_stripe_was_never_heard_is_unpaid_and_can_be_closed_for_good() {
        Order order = world.order();
        Opened lost = world.open(order);
        assertThat(world.query(order)).isEqualTo(new OrderState.Unpaid());
        assertThat(world.close(order)).isEqualTo(new OrderState.Ended());
        assertThat(world.query(StripeWorld.with(order, lost.known(), null))).isEqualTo(new OrderState.Ended());
    }

    @Test
    void an_order_that_never_came_to_stripe_and_is_too_old_for_it_has_ended() {
        Order order = world.order();
        world.clock.turn(Duration.ofMinutes(45));
        assertThat(world.close(order)).isEqualTo(new OrderState.Ended());
        assertThat(world.stripe.orders()).isZero();
    }

    @Test
    void an_order_that_stripe_does_not_know_is_unpaid() {
        Order unknown = StripeWorld.with(world.order(), "cs_test_never", null);
        assertThat(world.query(unknown)).isEqualTo(new OrderState.Unpaid());
        assertThat(world.close(unknown)).isEqualTo(new OrderState.Unpaid());
    }

    @Test
    void an_order_whose_time_is_over_has_ended() {
        Order order = world.opened();
        world.clock.turn(Duration.ofHours(2));
        assertThat(world.query(order)).isEqualTo(new OrderState.Ended());
    }

    @Test
    void a_slow_method_is_unpaid_until_the_money_comes_and_cannot_be_closed_meanwhile() {
        Order order = world.opened();
        String number = order.number().value();
        world.stripe.payLater(number);
        assertThat(done(world.hear(world.stripe.events().completed(number)))).isInstanceOf(Notice.Other.class);
        assertThat(world.query(order)).isEqualTo(new OrderState.Unpaid());
        assertThat(world.close(order)).isEqualTo(new OrderState.Unpaid());
        world.stripe.payLate(number);
        assertThat(done(world.hear(world.stripe.events().paidLate(number)))).isInstanceOf(Notice.Paid.class);
        assertThat(world.query(order)).isInstanceOf(OrderState.Paid.class);
    }

    @Test
    void a_slow_method_that_fails_ends_the_order() {
        Order order = world.opened();
        world.stripe.payLater(order.number().value());
        world.stripe.failLate(order.number().value());
        assertThat(world.query(order)).isEqualTo(new OrderState.Ended());
    }

    @Test
    void money_that_comes_after_the_order_was_closed_is_found() {
        Order order = world.opened();
        assertThat(world.close(order)).isEqualTo(new OrderState.Ended());
        world.stripe.payLate(order.number().value());
        assertThat(world.query(order)).isInstanceOf(OrderState.Paid.class);
    }
}
