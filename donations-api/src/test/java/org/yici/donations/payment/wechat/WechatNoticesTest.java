package org.yici.donations.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.wechat.WechatWorld.heard;
import static org.yici.donations.payment.wechat.WechatWorld.number;
import static org.yici.donations.payment.wechat.WechatWorld.refundOf;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.donations.payment.order.Heard;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.Payment;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.Reply;
import org.yici.donations.payment.simulator.wechat.SimulatedNotice;
import org.yici.platform.outcome.Outcome;

class WechatNoticesTest {

    private final WechatWorld world = WechatWorld.world();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void a_payment_is_heard_of() {
        Order order = world.paid(990);
        SimulatedNotice sent = world.simulator.notices().paid(number(order));
        assertThat(sent.address()).isEqualTo("https://give.example.org/callbacks/wechat/payment");
        Payment payment = paid(read(sent)).payment();
        assertThat(payment).isEqualTo(WechatWorld.payment(world.query(order)));
    }

    @Test
    void the_same_notice_again_has_the_same_event() {
        String order = number(world.paid(100));
        String once = paid(read(world.simulator.notices().paid(order))).event();
        assertThat(once).startsWith("EV-");
        assertThat(paid(read(world.simulator.notices().paid(order))).event()).isEqualTo(once);
        assertThat(paid(read(world.simulator.notices().paid(number(world.paid(100)))))
                        .event())
                .isNotEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCESS", "CLOSED", "ABNORMAL"})
    void the_end_of_a_refund_is_heard_of_whatever_it_is(String end) {
        RefundOrder refund = refundOf(world.paid(100), 30);
        world.refund(refund);
        world.simulator.endRefund(refund.number().value(), end);
        SimulatedNotice sent =
                world.simulator.notices().refunded(refund.number().value());
        assertThat(sent.way()).isEqualTo("refund");
        assertThat(value(read(sent))).isInstanceOfSatisfying(Notice.Refunded.class, told -> assertThat(told.refund())
                .isEqualTo(refund.number().value()));
    }

    @Test
    void what_a_notice_is_says_the_notice_and_not_its_address() {
        RefundOrder refund = refundOf(world.paid(100), 30);
        world.refund(refund);
        world.simulator.endRefund(refund.number().value(), "SUCCESS");
        SimulatedNotice sent =
                world.simulator.notices().refunded(refund.number().value());
        SimulatedNotice astray =
                new SimulatedNotice("https://give.example.org/callbacks/wechat/payment", sent.headers(), sent.body());
        assertThat(value(read(astray))).isInstanceOf(Notice.Refunded.class);
    }

    @Test
    void a_forged_notice_is_not_signed() {
        refused(world.simulator.notices().forged(number(world.paid(100))), "payment-not-signed");
    }

    @Test
    void a_changed_notice_is_not_signed() {
        SimulatedNotice sent = world.simulator.notices().paid(number(world.paid(100)));
        refused(
                new SimulatedNotice(sent.address(), sent.headers(), sent.body().replace("EV-", "EX-")),
                "payment-not-signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial"})
    void a_notice_without_one_of_its_headers_is_not_signed(String missing) {
        SimulatedNotice sent = world.simulator.notices().paid(number(world.paid(100)));
        Map<String, String> headers = new HashMap<>(sent.headers());
        headers.remove(missing);
        refused(new SimulatedNotice(sent.address(), headers, sent.body()), "payment-not-signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WECHATPAY/SIGNTEST/Uc5PR0VZ", "WECHATPAY/SIGNTEST/-?", "WECHATPAY/SIGNTEST/abc", ""})
    void wechats_own_probe_of_our_checks_is_not_signed(String signature) {
        refused(with("Wechatpay-Signature", signature), "payment-not-signed");
    }

    @Test
    void the_key_of_somebody_else_and_another_algorithm_are_not_signed() {
        refused(with("Wechatpay-Serial", "PUB_KEY_ID_0999"), "payment-not-signed");
        refused(with("Wechatpay-Signature-Type", "WECHATPAY2-SM2-WITH-SM3"), "payment-not-signed");
        refused(with("Wechatpay-Timestamp", "soon"), "payment-not-signed");
    }

    @Test
    void names_of_headers_may_be_in_lower_case() {
        SimulatedNotice sent = world.simulator.notices().paid(number(world.paid(100)));
        Map<String, String> lower = new HashMap<>();
        sent.headers().forEach((name, value) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), value));
        assertThat(value(read(new SimulatedNotice(sent.address(), lower, sent.body()))))
                .isInstanceOf(Notice.Paid.class);
    }

    @Test
    void a_replay_after_ten_minutes_is_too_old() {
        SimulatedNotice recorded = world.simulator.notices().paid(number(world.paid(100)));
        Instant later = Instant.now().plus(Duration.ofMinutes(10));
        assertThat(WechatWorld.reasonOf(world.provider.read(heard(recorded, later))))
                .isEqualTo("payment-too-old");
    }

    @Test
    void old_and_future_signatures_are_refused_and_five_minutes_are_allowed() {
        String order = number(world.paid(100));
        refused(world.simulator.notices().old(order, Duration.ofMinutes(10)), "payment-too-old");
        refused(world.simulator.notices().old(order, Duration.ofMinutes(-10)), "payment-too-old");
        assertThat(value(read(world.simulator.notices().old(order, Duration.ofSeconds(290)))))
                .isInstanceOf(Notice.Paid.class);
    }

    @Test
    void another_merchants_payment_is_not_ours() {
        refused(world.simulator.notices().wrongMerchant(number(world.paid(100))), "payment-other-merchant");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void a_wrong_amount_is_told_as_it_is(long by) {
        SimulatedNotice sent = world.simulator.notices().wrongAmount(number(world.paid(100)), by);
        assertThat(paid(read(sent)).payment().fen()).isEqualTo(100 + by);
    }

    @Test
    void another_currency_is_told_as_it_is() {
        SimulatedNotice sent = world.simulator.notices().wrongCurrency(number(world.paid(100)), "USD");
        assertThat(paid(read(sent)).payment().currency()).isEqualTo("USD");
    }

    @Test
    void each_hearing_is_answered_in_wechats_words() {
        assertThat(world.provider.reply(Heard.YES))
                .isEqualTo(new Reply(200, "application/json", "{\"code\":\"SUCCESS\"}"));
        assertThat(world.provider.reply(Heard.NO).status()).isEqualTo(401);
        assertThat(world.provider.reply(Heard.LATER).status()).isEqualTo(503);
        assertThat(world.provider.reply(Heard.LATER).body()).contains("\"FAIL\"");
    }

    private SimulatedNotice with(String header, String value) {
        SimulatedNotice sent = world.simulator.notices().paid(number(world.paid(100)));
        Map<String, String> headers = new HashMap<>(sent.headers());
        headers.put(header, value);
        return new SimulatedNotice(sent.address(), headers, sent.body());
    }

    private Outcome<Notice> read(SimulatedNotice sent) {
        ProviderRequest request = heard(sent, Instant.now());
        return world.provider.read(request);
    }

    private void refused(SimulatedNotice sent, String reason) {
        assertThat(WechatWorld.reasonOf(read(sent))).isEqualTo(reason);
    }

    private static Notice value(Outcome<Notice> outcome) {
        return outcome.fold(notice -> notice, WechatWorld::unexpected);
    }

    private static Notice.Paid paid(Outcome<Notice> outcome) {
        return (Notice.Paid) Objects.requireNonNull(value(outcome));
    }
}
