package org.yici.donations.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.stripe.StripeWorld.isOutage;
import static org.yici.donations.payment.stripe.StripeWorld.refund;

import com.stripe.Stripe;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.donations.payment.simulator.Faults;
import org.yici.donations.payment.simulator.Loopback;
import reactor.core.scheduler.Schedulers;

class StripeAnswersTest {

    private final StripeWorld world = new StripeWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 <html>",
                "200 null",
                "200 {}",
                "200 []",
                "200 {\"id\":\"cs_1\",\"status\":\"dreaming\"}",
                "200 {\"id\":\"cs_1\",\"status\":\"complete\",\"payment_status\":\"paid\"}",
                "404 <html>",
                "404 {}",
                "404 {\"error\":{\"message\":\"no route\"}}",
                "400 {\"error\":\"bad\"}",
                "400 nonsense",
                "302 moved",
                "409 {\"error\":{\"type\":\"idempotency_error\",\"code\":\"idempotency_key_in_use\"}}",
                "429 {\"error\":{\"type\":\"invalid_request_error\",\"code\":\"rate_limit\"}}",
                "403 {\"error\":{\"type\":\"invalid_request_error\"}}",
                "502 {}"
            })
    void an_answer_that_cannot_be_believed_is_an_outage_and_never_a_failure(String answer) {
        try (Loopback odd = new Loopback(new Faults(), call -> answer(answer))) {
            Order order = StripeWorld.with(world.order(), "cs_1", "pi_1");
            isOutage(provider(odd).query(order));
            isOutage(provider(odd).close(order));
            isOutage(provider(odd).queryRefund(refund(order, 100)));
        }
        String none = "200 {\"object\":\"list\",\"has_more\":false,\"data\":[]}";
        try (Loopback odd =
                new Loopback(new Faults(), call -> answer(call.method().equals("GET") ? none : answer))) {
            isOutage(provider(odd).refund(refund(StripeWorld.with(world.order(), "cs_1", "pi_1"), 100)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 <html>",
                "200 {}",
                "200 {\"id\":\"cs_1\",\"status\":\"dreaming\"}",
                "404 <html>",
                "200 {\"id\":\"cs_1\",\"status\":\"open\"}",
                "400 {}",
                "429 {}"
            })
    void an_order_whose_answer_cannot_be_believed_is_neither_open_nor_refused(String answer) {
        try (Loopback odd = new Loopback(new Faults(), call -> answer(answer))) {
            isOutage(provider(odd).open(world.order()));
            isOutage(provider(odd).bill(LocalDate.EPOCH));
        }
    }

    @Test
    void a_stripe_that_is_not_there_is_an_outage() {
        Order order = StripeWorld.with(world.order(), "cs_test_1", null);
        isOutage(provider("http://127.0.0.1:1").query(order));
    }

    @Test
    void no_telemetry_is_sent() {
        assertThat(Stripe.enableTelemetry).isFalse();
    }

    private StripeProvider provider(Loopback at) {
        return provider(at.address());
    }

    private StripeProvider provider(String address) {
        StripeAccount account = new StripeSettings("sk_test_12345678", "whsec_1234567812345678", address).checked();
        ProviderCalls calls = new ProviderCalls("stripe", Schedulers.boundedElastic());
        return StripeProvider.of(account, Duration.ofSeconds(2), calls, world.clock);
    }

    /** @param written a status and a body */
    private static Loopback.Answer answer(String written) {
        return Loopback.Answer.text(
                Integer.parseInt(written.substring(0, 3)), "application/json", written.substring(4));
    }
}
