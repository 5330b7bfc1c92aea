package org.yici.donations.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.alipay.AlipayWorld.address;
import static org.yici.donations.payment.alipay.AlipayWorld.browse;
import static org.yici.donations.payment.alipay.AlipayWorld.checkout;
import static org.yici.donations.payment.alipay.AlipayWorld.said;
import static org.yici.donations.payment.alipay.AlipayWorld.word;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.PaymentProvider;

/** Orders that nobody pays, or that somebody pays all the same. */
class EndingTest {

    private static final AlipayWorld world = new AlipayWorld();

    private final PaymentProvider provider = world.provider();

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void an_unpaid_order_is_closed_and_cannot_be_paid_any_more() {
        Order order = world.opened(100);
        assertThat(word(said(provider.close(order)))).isEqualTo("ended");
        assertThat(browse(address(checkout(provider, order))).statusCode()).isEqualTo(410);
    }

    @Test
    void closing_twice_says_the_same() {
        Order order = world.opened(100);
        assertThat(word(said(provider.close(order)))).isEqualTo("ended");
        assertThat(word(said(provider.close(order)))).isEqualTo("ended");
    }

    @Test
    void what_is_paid_already_is_found_paid_when_it_is_to_be_closed() {
        assertThat(word(said(provider.close(world.paid(250))))).isEqualTo("paid 250 CNY");
    }

    @Test
    void an_order_that_nobody_opened_may_still_be_opened_until_its_time_is_over_and_is_ended_then() {
        Order order = world.order(AlipayForm.PAGE, 100);
        assertThat(word(said(provider.close(order)))).isEqualTo("unpaid");
        assertThat(browse(address(checkout(provider, order))).statusCode()).isEqualTo(200);
        Order never = world.order(AlipayForm.PAGE, 100);
        world.clock.forward(Duration.ofMinutes(32));
        assertThat(word(said(provider.close(never)))).isEqualTo("ended");
        assertThat(word(said(provider.query(never)))).isEqualTo("unpaid");
    }

    @Test
    void an_order_ends_by_itself_when_its_time_is_over() {
        Order order = world.opened(100);
        world.clock.forward(Duration.ofMinutes(31));
        assertThat(word(said(provider.query(order)))).isEqualTo("ended");
    }

    @Test
    void money_that_comes_after_the_end_is_found() {
        Order order = world.opened(300);
        assertThat(word(said(provider.close(order)))).isEqualTo("ended");
        world.alipay.payLate(order.number().value());
        assertThat(word(said(provider.query(order)))).isEqualTo("paid 300 CNY");
    }
}
