package org.yici.donations.payment.simulator.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.simulator.Faults;
import org.yici.donations.payment.simulator.Letter;
import org.yici.donations.payment.simulator.Loopback;
import org.yici.donations.payment.simulator.Postman;

class StripeCashierTest {

    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>(List.of(503));
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Loopback ours = new Loopback(new Faults(), call -> {
        heard.add(call.text());
        Integer status = answers.poll();
        return Loopback.Answer.text(status == null ? 200 : status, "text/plain", "");
    });
    private final Postman postman = new Postman(URI.create(ours.address() + "/callbacks/stripe"));
    private final StripeSimulator stripe = new StripeSimulator(Clock.systemUTC(), postman);
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        stripe.close();
        ours.close();
    }

    @Test
    void one_pays_with_a_button_and_comes_back_and_we_are_told_until_we_listen() throws Exception {
        String page = open("<b>一慈</b>");
        assertThat(get(page)).contains("&lt;b&gt;一慈&lt;/b&gt;", "¥10.00", "<button>");
        HttpResponse<String> back = post(page, "");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).hasValue("https://give.example.org/r");
        String first = heard.poll(10, TimeUnit.SECONDS);
        assertThat(first).contains("checkout.session.completed", "\"client_reference_id\":\"G1\"");
        assertThat(heard.poll(10, TimeUnit.SECONDS)).as("after a 503").isEqualTo(first);
    }

    @Test
    void one_cannot_pay_twice() throws Exception {
        String page = open("一慈");
        assertThat(post(page, "").statusCode()).isEqualTo(303);
        assertThat(get(page)).doesNotContain("<button>").contains("complete");
        assertThat(post(page, "").statusCode()).isEqualTo(303);
        answers.clear();
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(stripe.settle()).as("one payment less its fee").isEqualTo(994);
    }

    @Test
    void a_page_of_no_session_is_not_found() throws Exception {
        assertThat(get(stripe.address() + "/c/pay/cs_test_1")).isEqualTo("No such session");
    }

    @Test
    void a_letter_is_carried_now_or_later() throws Exception {
        answers.clear();
        Letter letter = StripeEvent.signed("{}", "whsec_x", Instant.now());
        assertThat(postman.carry(letter)).isEqualTo(200);
        assertThat(heard.poll(1, TimeUnit.SECONDS)).isEqualTo("{}");
        postman.later(letter, Duration.ofMillis(300));
        assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("{}");
        assertThat(new Postman(URI.create("http://127.0.0.1:1/")).carry(letter)).isZero();
    }

    @Test
    void nobody_asks_without_the_key() throws Exception {
        assertThat(get(stripe.address() + "/v1/refunds")).contains("Invalid API Key");
    }

    private String open(String title) throws IOException, InterruptedException {
        String form = "mode=payment&client_reference_id=G1&line_items[0][price_data][currency]=cny"
                + "&line_items[0][price_data][unit_amount]=1000&line_items[0][price_data][product_data][name]="
                + title + "&success_url=https://give.example.org/r&expires_at="
                + Instant.now().plusSeconds(3600).getEpochSecond();
        String json = post(stripe.address() + "/v1/checkout/sessions", form).body();
        return json.replaceAll(".*\"url\":\"([^\"]+)\".*", "$1");
    }

    private String get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String address, String form) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + stripe.secretKey())
                        .header("Stripe-Version", "2026-07-29.dahlia")
                        .header("Idempotency-Key", "k")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
