package org.yici.donations.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yici.donations.payment.wechat.WechatWorld.get;
import static org.yici.donations.payment.wechat.WechatWorld.number;
import static org.yici.donations.payment.wechat.WechatWorld.order;
import static org.yici.donations.payment.wechat.WechatWorld.reasonOf;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.order.Browser;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Opened;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.Payment;
import org.yici.ledger.Money;

class WechatPayingTest {

    private final WechatWorld world = WechatWorld.world();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void the_browser_decides_the_form() {
        assertThat(world.provider.formFor(Browser.WECHAT)).isEqualTo("jsapi");
        assertThat(world.provider.formFor(Browser.PHONE)).isEqualTo("h5");
        assertThat(world.provider.formFor(Browser.DESKTOP)).isEqualTo("native");
        assertThat(world.provider.formFor(Browser.ALIPAY)).isEqualTo("native");
    }

    @Test
    void a_code_is_scanned_and_paid() {
        Order order = order("native", 990);
        Opened opened = open(order);
        assertThat(opened.known()).isNull();
        assertThat(text(opened.checkout())).startsWith("weixin://wxpay/bizpayurl?pr=");
        assertThat(world.query(order)).isEqualTo(new OrderState.Unpaid());
        world.simulator.pay(number(order));
        Payment payment = Objects.requireNonNull(WechatWorld.payment(world.query(order)));
        assertThat(payment.order()).isEqualTo(number(order));
        assertThat(payment.number()).startsWith("42");
        assertThat(payment.fen()).isEqualTo(990);
        assertThat(payment.currency()).isEqualTo("CNY");
    }

    @Test
    void a_phone_goes_to_wechats_page_and_comes_back_to_ours() {
        String address = text(open(order("h5", 100)).checkout());
        assertThat(address)
                .contains("prepay_id=")
                .endsWith("&redirect_url=https%3A%2F%2Fgive.example.org%2Fgive%2Fback%3Fgift%3D1");
    }

    @Test
    void inside_wechat_the_page_gets_what_its_script_needs_signed_by_us() throws Exception {
        Map<String, String> page = open(order("jsapi", 100)).checkout().fold(x -> Map.of(), x -> Map.of(), map -> map);
        assertThat(page).containsOnlyKeys("appId", "timeStamp", "nonceStr", "package", "signType", "paySign");
        assertThat(page.get("signType")).isEqualTo("RSA");
        String message = String.join(
                "\n", page.get("appId"), page.get("timeStamp"), page.get("nonceStr"), page.get("package"), "");
        assertThat(isOurs(message, Objects.requireNonNull(page.get("paySign")))).isTrue();
    }

    @Test
    void inside_wechat_nobody_pays_without_an_openid() {
        Order nobody = order("native", 100);
        Order order = new Order(
                nobody.number(),
                nobody.donation(),
                "wechat",
                "jsapi",
                Money.ofFen(100),
                nobody.title(),
                null,
                null,
                nobody.back(),
                nobody.createdAt(),
                nobody.expiresAt(),
                null,
                null);
        assertThatThrownBy(() -> get(world.provider.open(order))).isInstanceOf(NullPointerException.class);
    }

    @Test
    void the_same_order_again_is_the_same_order() {
        Order order = order("native", 100);
        int before = world.simulator.orders();
        assertThat(open(order)).isEqualTo(open(order));
        assertThat(world.simulator.orders()).isEqualTo(before + 1);
    }

    @Test
    void another_order_with_the_same_number_is_refused_with_the_providers_word() {
        Order order = world.opened(100);
        Order other = new Order(
                order.number(),
                order.donation(),
                "wechat",
                "native",
                Money.ofFen(101),
                order.title(),
                null,
                null,
                order.back(),
                order.createdAt(),
                order.expiresAt(),
                null,
                null);
        assertThat(get(world.provider.open(other)).<Object>fold(opened -> opened, refusal -> refusal.arguments()))
                .isEqualTo(java.util.List.of("OUT_TRADE_NO_USED"));
    }

    @Test
    void what_is_paid_or_closed_is_not_opened_again() {
        assertThat(reasonOf(get(world.provider.open(world.paid(100))))).isEqualTo("payment-order-ended");
        Order closed = world.opened(100);
        get(world.provider.close(closed));
        assertThat(reasonOf(get(world.provider.open(closed)))).isEqualTo("payment-order-ended");
    }

    @Test
    void an_order_that_it_does_not_know_is_unpaid() {
        assertThat(world.query(order("native", 100))).isEqualTo(new OrderState.Unpaid());
        assertThat(get(world.provider.close(order("native", 100)))).isEqualTo(new OrderState.Unpaid());
    }

    @Test
    void a_closed_order_is_over_and_closing_it_again_changes_nothing() {
        Order order = world.opened(100);
        assertThat(get(world.provider.close(order))).isEqualTo(new OrderState.Ended());
        assertThat(get(world.provider.close(order))).isEqualTo(new OrderState.Ended());
        assertThat(world.query(order)).isEqualTo(new OrderState.Ended());
    }

    @Test
    void what_is_paid_already_is_found_paid_when_it_is_to_be_closed() {
        Order order = world.paid(100);
        assertThat(get(world.provider.close(order))).isInstanceOf(OrderState.Paid.class);
    }

    @Test
    void money_that_comes_after_the_closing_is_found() {
        Order order = world.opened(100);
        get(world.provider.close(order));
        world.simulator.payLate(number(order));
        assertThat(world.query(order)).isInstanceOf(OrderState.Paid.class);
    }

    private Opened open(Order order) {
        return get(world.provider.open(order)).fold(opened -> opened, WechatWorld::unexpected);
    }

    private static String text(Checkout checkout) {
        return checkout.fold(address -> address, text -> text, parameters -> "");
    }

    private boolean isOurs(String message, String signed) throws Exception {
        String pem = Objects.requireNonNull(world.simulator.settings().get("yici.payment.wechat.merchant-key"));
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) Pem.privateKey(pem);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
        signature.update(message.getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(signed));
    }
}
