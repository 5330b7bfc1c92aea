package org.yici.donations.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.alipay.AlipayWorld.address;
import static org.yici.donations.payment.alipay.AlipayWorld.browse;
import static org.yici.donations.payment.alipay.AlipayWorld.checkout;
import static org.yici.donations.payment.alipay.AlipayWorld.done;
import static org.yici.donations.payment.alipay.AlipayWorld.payment;
import static org.yici.donations.payment.alipay.AlipayWorld.press;
import static org.yici.donations.payment.alipay.AlipayWorld.refused;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.donations.payment.order.Heard;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.donations.payment.order.Reply;
import org.yici.donations.payment.simulator.Faults;
import org.yici.donations.payment.simulator.Loopback;
import org.yici.donations.payment.simulator.alipay.SimulatedNotice;
import org.yici.platform.outcome.Outcome;

/** What comes in by itself, good and bad. */
class NoticeTest {

    private static final AlipayWorld world = new AlipayWorld();

    private final PaymentProvider provider = world.provider();
    private final Order order = world.paid(1_000);
    private final SimulatedNotice good = world.alipay.notice(order.number().value());

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void a_forged_one_is_not_alipays() {
        assertThat(reasonAgainst(good.forged())).isEqualTo(ProviderReason.NOT_SIGNED);
    }

    /** What was told before is remembered for good: a number that came again would be taken for it. */
    @Test
    void a_simulator_that_is_started_again_gives_no_number_that_another_gave() {
        try (AlipayWorld again = new AlipayWorld()) {
            SimulatedNotice other =
                    again.alipay.notice(again.paid(1_000).number().value());
            for (String name : List.of("notify_id", "trade_no")) {
                assertThat(said(other, name)).isNotEmpty().isNotEqualTo(said(good, name));
            }
        }
    }

    private static String said(SimulatedNotice notice, String name) {
        return new String(notice.body(), StandardCharsets.US_ASCII).replaceAll(".*\\b" + name + "=([^&]*).*", "$1");
    }

    @Test
    void one_changed_on_its_way_is_not_alipays() {
        String changed = new String(good.body(), StandardCharsets.US_ASCII).replace("10.00", "10.01");
        assertThat(reasonAgainst(changed)).isEqualTo(ProviderReason.NOT_SIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "=", "a=1", "sign=AAAA", "sign=%ZZ", "a=1&a=2&sign=AAAA", "{\"json\":true}"})
    void what_is_no_notice_is_not_alipays(String body) {
        assertThat(reasonAgainst(body)).isEqualTo(ProviderReason.NOT_SIGNED);
    }

    @Test
    void a_name_that_comes_twice_is_refused_even_if_one_of_them_is_signed() {
        String twice = "total_amount=0.01&" + new String(good.body(), StandardCharsets.US_ASCII);
        assertThat(reasonAgainst(twice)).isEqualTo(ProviderReason.NOT_SIGNED);
    }

    @Test
    void the_sender_does_not_choose_the_algorithm() {
        assertThat(provider.read(world.request(good.with("sign_type", "RSA"))).isRefused())
                .isFalse();
    }

    @Test
    void one_for_another_merchant_is_refused() {
        assertThat(reasonAgainst(good.wrongMerchant())).isEqualTo(ProviderReason.OTHER_MERCHANT);
        assertThat(reasonAgainst(good.wrongSeller())).isEqualTo(ProviderReason.OTHER_MERCHANT);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void another_amount_is_told_as_it_was_said(long by) {
        assertThat(payment(done(read(good.wrongAmount(by)))).fen()).isEqualTo(1_000 + by);
    }

    @Test
    void another_currency_is_told_as_it_was_said() {
        assertThat(payment(done(read(good.wrongCurrency("USD")))).currency()).isEqualTo("USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "10.001", "1e400"})
    void an_amount_that_is_none_is_not_understood(String amount) {
        assertThat(reasonAgainst(good.with("total_amount", amount))).isEqualTo(ProviderReason.UNREADABLE);
    }

    @Test
    void the_same_one_again_has_the_same_number_and_another_one_has_not() {
        String first = done(read(good)).event();
        assertThat(done(read(good)).event()).isEqualTo(first);
        assertThat(done(read(world.alipay.notice(order.number().value()))).event())
                .isNotEqualTo(first);
    }

    @Test
    void one_replayed_after_ten_minutes_says_nothing_new() {
        Notice first = done(read(good));
        world.clock.forward(Duration.ofMinutes(10));
        assertThat(done(read(good))).isEqualTo(first);
    }

    @Test
    void one_that_comes_a_day_late_is_good() {
        world.clock.forward(Duration.ofHours(24));
        assertThat(payment(done(read(good))).fen()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAIT_BUYER_PAY", "TRADE_CLOSED", "SOMETHING_NEW"})
    void a_state_in_which_no_money_has_come_moves_none(String state) {
        assertThat(done(read(good.with("trade_status", state)))).isInstanceOf(Notice.Other.class);
    }

    @Test
    void a_trade_that_is_finished_is_paid() {
        assertThat(payment(done(read(good.with("trade_status", "TRADE_FINISHED"))))
                        .fen())
                .isEqualTo(1_000);
    }

    @Test
    void it_is_answered_in_alipays_words() {
        assertThat(provider.reply(Heard.YES)).isEqualTo(new Reply(200, "text/plain", "success"));
        assertThat(provider.reply(Heard.NO).body()).isEqualTo("failure");
        assertThat(provider.reply(Heard.LATER).body()).isEqualTo("failure");
    }

    @Test
    void over_http_once_twice_and_later() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (Loopback ours = new Loopback(new Faults(), call -> listen(call, heard))) {
            URI callback = URI.create(ours.address() + "/callbacks/alipay");
            var post = world.alipay.post();
            assertThat(post.send(good, callback).get(5, TimeUnit.SECONDS)).isEqualTo("success");
            assertThat(post.sendTwice(good, callback).get(5, TimeUnit.SECONDS)).isEqualTo("success success");
            assertThat(post.sendLater(good, callback, Duration.ofMillis(50)).get(5, TimeUnit.SECONDS))
                    .isEqualTo("success");
            assertThat(post.send(good.forged(), callback).get(5, TimeUnit.SECONDS))
                    .isEqualTo("failure");
            assertThat(heard).hasSize(4).containsOnly(done(read(good)).event());
        }
    }

    @Test
    void the_button_at_the_cashier_tells_us_where_the_order_says() {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (Loopback ours = new Loopback(new Faults(), call -> listen(call, heard))) {
            Order another = world.order(AlipayForm.PAGE, 100);
            String address = address(checkout(world.provider(ours.address()), another));
            assertThat(browse(address).statusCode()).isEqualTo(200);
            assertThat(press(URI.create(address)
                                    .resolve("/cashier/" + another.number())
                                    .toString())
                            .statusCode())
                    .isEqualTo(303);
            assertThat(heard).hasSize(1);
        }
    }

    private Loopback.Answer listen(Loopback.Call call, List<String> heard) {
        Reply reply = provider.read(world.request(call.body()))
                .fold(
                        notice -> {
                            heard.add(notice.event());
                            return provider.reply(Heard.YES);
                        },
                        refusal -> provider.reply(Heard.NO));
        return Loopback.Answer.text(reply.status(), reply.contentType(), reply.body());
    }

    private Outcome<Notice> read(SimulatedNotice notice) {
        return provider.read(world.request(notice));
    }

    private Object reasonAgainst(SimulatedNotice notice) {
        return refused(read(notice));
    }

    private Object reasonAgainst(String body) {
        return refused(provider.read(world.request(body.getBytes(StandardCharsets.US_ASCII))));
    }
}
