package org.yici.donations.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.stripe.StripeWorld.done;
import static org.yici.donations.payment.stripe.StripeWorld.refund;
import static org.yici.donations.payment.stripe.StripeWorld.refused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.donations.payment.order.Heard;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.Payment;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.Reply;
import org.yici.donations.payment.simulator.Letter;
import org.yici.donations.payment.simulator.stripe.StripeEvent;
import org.yici.donations.payment.simulator.stripe.StripeEvents;
import org.yici.donations.payment.simulator.stripe.StripeSimulator;

class StripeNoticesTest {

    private final StripeWorld world = new StripeWorld();
    private final StripeSimulator stripe = world.stripe;
    private final StripeEvents events = stripe.events();
    private final Order order = world.paid();
    private final String number = order.number().value();
    private final StripeEvent paid = events.completed(number);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_same_notice_again_has_the_same_name() {
        Notice first = done(world.hear(paid));
        world.clock.turn(Duration.ofSeconds(90));
        assertThat(events.letter(paid).headers())
                .as("signed anew")
                .isNotEqualTo(events.old(paid, Duration.ofSeconds(90)).headers());
        assertThat(done(world.hear(events.completed(number)))).isEqualTo(first);
    }

    @Test
    void a_forged_notice_is_not_signed() {
        assertThat(refused(world.hear(events.forged(paid)))).startsWith("NOT_SIGNED");
    }

    @Test
    void a_notice_that_was_changed_by_one_byte_is_not_signed() {
        Letter letter = events.letter(paid);
        byte[] changed = new String(letter.body(), StandardCharsets.UTF_8)
                .replace("1000", "1001")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(refused(world.hear(new Letter(letter.headers(), changed)))).startsWith("NOT_SIGNED");
    }

    @Test
    void bytes_that_are_no_text_are_not_signed() {
        Letter letter = StripeEvent.signed("\uFFFD", stripe.webhookSecret(), world.clock.instant());
        assertThat(refused(world.hear(letter))).as("the text itself is signed").startsWith("UNREADABLE");
        assertThat(refused(world.hear(new Letter(letter.headers(), new byte[] {(byte) 0xff}))))
                .startsWith("NOT_SIGNED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "t", "t=x,v1=y", "t=1758700000", "v1=00", "t=1758700000,v1=00", "t=9999999999999,v1=00"})
    void a_header_that_is_none_is_not_signed(String header) {
        Letter letter = new Letter(
                Map.of("Stripe-Signature", header), events.letter(paid).body());
        assertThat(refused(world.hear(letter))).startsWith("NOT_SIGNED");
    }

    @Test
    void a_notice_without_the_header_is_not_signed() {
        assertThat(refused(world.hear(new Letter(Map.of(), events.letter(paid).body()))))
                .startsWith("NOT_SIGNED");
    }

    @Test
    void one_of_two_signatures_is_enough_while_the_secret_is_being_changed() {
        Letter letter = events.letter(paid);
        String header = letter.headers().get("Stripe-Signature").replace(",v1=", ",v1=00,v1=") + ",v0=00";
        assertThat(done(world.hear(new Letter(Map.of("Stripe-Signature", header), letter.body()))))
                .isInstanceOf(Notice.Paid.class);
    }

    @ParameterizedTest
    @CsvSource({"600, true", "310, true", "290, false", "-290, false", "-310, true", "-86400, true"})
    void a_notice_that_is_five_minutes_old_or_ahead_is_too_old(long seconds, boolean refused) {
        assertThat(refused(world.hear(events.old(paid, Duration.ofSeconds(seconds))))
                        .startsWith("TOO_OLD"))
                .isEqualTo(refused);
    }

    @Test
    void a_replay_after_ten_minutes_is_too_old() {
        Letter letter = events.letter(paid);
        assertThat(world.hear(letter).isRefused()).isFalse();
        world.clock.turn(Duration.ofMinutes(10));
        assertThat(refused(world.hear(letter))).startsWith("TOO_OLD");
    }

    @Test
    void a_notice_for_another_account_or_of_real_money_where_tests_are_is_for_another_merchant() {
        assertThat(refused(world.hear(events.wrongMerchant(number)))).startsWith("OTHER_MERCHANT");
        assertThat(refused(world.hear(events.wrongMode(number)))).startsWith("OTHER_MERCHANT");
    }

    @Test
    void what_it_says_of_amount_and_currency_is_told_as_it_is_said() {
        assertThat(payment(events.wrongAmount(number, 1)).fen()).isEqualTo(1001);
        assertThat(payment(events.wrongAmount(number, -1)).fen()).isEqualTo(999);
        assertThat(payment(events.wrongCurrency(number, "usd")).currency()).isEqualTo("USD");
    }

    @Test
    void a_payment_for_something_else_than_a_gift_goes_by_the_name_of_its_session() {
        StripeEvent other = paid.saying("client_reference_id", null);
        assertThat(payment(events.letter(other)).order()).isEqualTo(order.known());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"2026-01-01.dahlia", "2025-03-31.basil", "2024-06-20"})
    void an_endpoint_made_with_an_older_version_is_understood(@Nullable String version) {
        assertThat(payment(events.letter(paid.with("api_version", version)))).isEqualTo(payment(events.letter(paid)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<x/>", "null", "[]", "{}", "\"t\"", "{\"object\":\"v2.core.event\"}"})
    void what_is_signed_and_no_event_is_unreadable(String body) {
        assertThat(refused(world.hear(StripeEvent.signed(body, stripe.webhookSecret(), world.clock.instant()))))
                .startsWith("UNREADABLE");
    }

    @Test
    void an_event_that_lacks_what_every_event_has_is_unreadable() {
        for (String field : List.of("id", "type", "livemode")) {
            assertThat(refused(world.hear(events.letter(paid.with(field, null)))))
                    .as(field)
                    .startsWith("UNREADABLE");
        }
    }

    @Test
    void an_event_of_a_kind_that_it_is_not_is_unreadable() {
        assertThat(refused(world.hear(events.letter(paid.saying("object", "something.new")))))
                .startsWith("UNREADABLE");
        assertThat(refused(world.hear(events.letter(paid.saying("payment_intent", Map.of())))))
                .startsWith("UNREADABLE");
    }

    @Test
    void an_event_that_moves_no_money_is_heard_and_forgotten() {
        assertThat(done(world.hear(events.expired(number)))).isInstanceOf(Notice.Other.class);
        assertThat(done(world.hear(paid.with("type", "payout.paid")))).isInstanceOf(Notice.Other.class);
    }

    @Test
    void a_refund_is_told_by_our_number_and_one_made_by_hand_by_the_number_of_stripe() {
        RefundOrder refund = refund(order, 300);
        assertThat(world.refund(refund).toString()).startsWith("Done");
        StripeEvent told = events.refunded(refund.number().value());
        assertThat(((Notice.Refunded) done(world.hear(told))).refund())
                .isEqualTo(refund.number().value());
        StripeEvent byHand = told.saying("metadata", Map.of());
        assertThat(((Notice.Refunded) done(world.hear(byHand))).refund()).startsWith("re_");
    }

    @Test
    void money_that_the_donors_bank_takes_back_is_told_with_the_payment_and_the_amount() {
        Notice.Disputed disputed = (Notice.Disputed) done(world.hear(events.disputed(number)));
        assertThat(disputed.payment()).isEqualTo(order.payment());
        assertThat(disputed.fen()).isEqualTo(1000);
        assertThat(disputed.currency()).isEqualTo("CNY");
    }

    @Test
    void stripe_takes_any_2xx_for_heard_and_sends_everything_else_again() {
        assertThat(world.provider.reply(Heard.YES)).isEqualTo(new Reply(200, "text/plain", ""));
        assertThat(world.provider.reply(Heard.NO).status()).isEqualTo(400);
        assertThat(world.provider.reply(Heard.LATER).status()).isEqualTo(503);
    }

    private Payment payment(Letter letter) {
        return ((Notice.Paid) done(world.hear(letter))).payment();
    }
}
