package org.yici.donations.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.alipay.AlipayWorld.address;
import static org.yici.donations.payment.alipay.AlipayWorld.browse;
import static org.yici.donations.payment.alipay.AlipayWorld.checkout;
import static org.yici.donations.payment.alipay.AlipayWorld.done;
import static org.yici.donations.payment.alipay.AlipayWorld.payment;
import static org.yici.donations.payment.alipay.AlipayWorld.press;
import static org.yici.donations.payment.alipay.AlipayWorld.refused;
import static org.yici.donations.payment.alipay.AlipayWorld.said;
import static org.yici.donations.payment.alipay.AlipayWorld.word;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.donations.payment.order.Browser;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.ledger.Money;

/** The way of a gift through Alipay when nothing goes wrong. */
class PayingTest {

    private static final AlipayWorld world = new AlipayWorld();

    private final PaymentProvider provider = world.provider();

    @AfterAll
    static void end() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(AlipayForm.class)
    void in_every_form_an_order_is_opened_paid_told_of_and_found_paid(AlipayForm form) {
        Order order = world.order(form, 1_234);
        String number = order.number().value();
        HttpResponse<String> page = browse(address(checkout(provider, order)));
        assertThat(page.body()).contains("¥12.34", "日行一慈 a b c d，  e  %", "/cashier/" + number);
        assertThat(word(said(provider.query(order)))).isEqualTo("unpaid");
        world.alipay.pay(number);
        var told = payment(done(provider.read(world.request(world.alipay.notice(number)))));
        assertThat(told.order()).isEqualTo(number);
        assertThat(told.fen()).isEqualTo(1_234);
        assertThat(told.currency()).isEqualTo("CNY");
        assertThat(said(provider.query(order)).<Object>fold(paid -> paid, () -> "unpaid", () -> "ended"))
                .isEqualTo(told);
    }

    @Test
    void nobody_knows_an_order_before_its_donor_opens_it() {
        Order order = world.order(AlipayForm.WAP, 100);
        assertThat(checkout(provider, order)).isInstanceOf(Checkout.Elsewhere.class);
        assertThat(word(said(provider.query(order)))).isEqualTo("unpaid");
    }

    @Test
    void the_button_at_the_cashier_pays_and_brings_the_donor_back() {
        Order order = world.opened(500);
        String cashier = world.alipay.settings().get("yici.payment.alipay.base-url") + "/cashier/" + order.number();
        HttpResponse<String> answer = press(cashier);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(order.back());
        assertThat(press(cashier).statusCode()).isEqualTo(303);
        assertThat(word(said(provider.query(order)))).isEqualTo("paid 500 CNY");
    }

    @Test
    void an_address_cannot_be_paid_when_the_orders_time_is_over() {
        Order order = world.order(AlipayForm.WAP, 100);
        String address = address(checkout(provider, order));
        world.clock.forward(Duration.ofMinutes(31));
        assertThat(browse(address).statusCode()).isEqualTo(410);
    }

    @Test
    void a_changed_address_is_not_believed() {
        String address = address(checkout(provider, world.order(AlipayForm.PAGE, 100)));
        assertThat(browse(address.replace("1.00", "0.01")).body()).contains("isv.invalid-signature");
    }

    @Test
    void the_same_order_again_is_the_same_code_whatever_the_time() {
        Order order = world.order(AlipayForm.PRECREATE, 700);
        Checkout first = checkout(provider, order);
        world.clock.forward(Duration.ofMinutes(1));
        assertThat(checkout(provider, order)).isEqualTo(first);
    }

    @Test
    void another_amount_under_the_same_number_is_refused_with_alipays_word() {
        Order order = world.order(AlipayForm.PRECREATE, 700);
        assertThat(checkout(provider, order)).isInstanceOf(Checkout.ToScan.class);
        Order other = with(order, 701);
        assertThat(refused(said(provider.open(other)))).isEqualTo(ProviderReason.PROVIDER_REFUSES);
        String word = said(provider.open(other))
                .fold(opened -> "", refusal -> refusal.arguments().toString());
        assertThat(word).isEqualTo("[ACQ.CONTEXT_INCONSISTENT]");
    }

    @Test
    void what_is_paid_or_closed_is_not_offered_again() {
        Order paid = world.order(AlipayForm.PRECREATE, 700);
        assertThat(checkout(provider, paid)).isInstanceOf(Checkout.ToScan.class);
        world.alipay.pay(paid.number().value());
        assertThat(refused(said(provider.open(paid)))).isEqualTo(ProviderReason.ORDER_ENDED);
        Order closed = world.order(AlipayForm.PRECREATE, 700);
        assertThat(browse(address(checkout(provider, closed))).statusCode()).isEqualTo(200);
        assertThat(word(said(provider.close(closed)))).isEqualTo("ended");
        assertThat(refused(said(provider.open(closed)))).isEqualTo(ProviderReason.ORDER_ENDED);
    }

    @ParameterizedTest
    @CsvSource({"ALIPAY,wap", "PHONE,wap", "DESKTOP,page", "WECHAT,precreate"})
    void the_browser_decides_the_form(Browser browser, String form) {
        assertThat(provider.formFor(browser)).isEqualTo(form);
    }

    private static Order with(Order order, long fen) {
        return new Order(
                order.number(),
                order.donation(),
                order.provider(),
                order.form(),
                Money.ofFen(fen),
                order.title(),
                null,
                null,
                order.back(),
                order.createdAt(),
                order.expiresAt(),
                null,
                null);
    }
}
