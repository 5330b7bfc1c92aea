package org.yici.donations.payment.simulator.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.simulator.Faults;
import org.yici.donations.payment.simulator.Loopback;
import org.yici.donations.payment.simulator.Numbers;
import org.yici.donations.payment.simulator.Postman;

/** What the simulator does without our provider; what the SDK says to it is tested with the provider. */
class SimulatedWechatTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void nobody_is_served_without_the_merchants_signature() throws Exception {
        try (SimulatedWechat simulator = new SimulatedWechat(Clock.systemUTC())) {
            HttpResponse<String> answer =
                    get(simulator.address() + "/v3/pay/transactions/out-trade-no/X?mchid=1900000001");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("SIGN_ERROR");
        }
    }

    @Test
    void fees_are_six_in_a_thousand_rounded_to_fen() {
        assertThat(Fee.fen(990)).isEqualTo(6);
        assertThat(Fee.fen(10_000)).isEqualTo(60);
        assertThat(Fee.fen(83)).isZero();
        assertThat(Fee.fen(84)).isEqualTo(1);
        assertThat(Fee.exactly(990)).isEqualTo("0.05940");
    }

    @Test
    void who_pays_on_the_cashiers_page_goes_back_and_whoever_listens_is_told() {
        OrderBook orders = new OrderBook();
        orders.place(new PlacedOrder("G12345", "h5", "{}", 100, "https://x.example/n", PlacedOrder.UNPAID, null, null));
        List<String> told = new CopyOnWriteArrayList<>();
        CashierDesk desk = new CashierDesk(orders, Clock.systemUTC(), told::add);
        try (Loopback server = new Loopback(
                new Faults(),
                call -> call.method().equals("POST") ? desk.pay("G12345", Targets.query(call)) : desk.show("G12345"))) {
            String address = server.address() + "/cashier/G12345?redirect_url=https%3A%2F%2Fx.example%2Fback";
            assertThat(get(address).body()).contains("<button>");
            HttpResponse<String> paid = post(address);
            assertThat(paid.statusCode()).isEqualTo(303);
            assertThat(paid.headers().firstValue("Location")).hasValue("https://x.example/back");
            assertThat(post(address).body()).contains("SUCCESS");
            assertThat(told).containsExactly("G12345");
        }
    }

    @Test
    void a_postman_brings_a_notice_to_where_it_is_waited_for() {
        List<String> got = new CopyOnWriteArrayList<>();
        try (Loopback front = new Loopback(new Faults(), call -> {
            got.add(call.path() + " " + call.headers().get("X-Sign") + " " + call.text());
            return Loopback.Answer.text(200, "application/json", "{}");
        })) {
            SimulatedNotice notice = new SimulatedNotice(
                    "https://give.example.org/callbacks/wechat/payment", Map.of("X-Sign", "s"), "慈");
            URI door = URI.create(front.address() + "/callbacks/wechat/" + notice.way());
            assertThat(new Postman(door).carry(notice.letter())).isEqualTo(200);
            assertThat(got).containsExactly("/callbacks/wechat/payment s 慈");
        }
    }

    @Test
    void numbers_of_its_own_are_never_given_twice_even_after_a_restart() {
        assertThat(Stream.generate(() -> Numbers.fresh("42", 26)).limit(1_000).distinct())
                .hasSize(1_000)
                .allMatch(number -> number.matches("42[0-9]{26}"));
    }

    private static HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private static HttpResponse<String> post(String address) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .POST(BodyPublishers.noBody())
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
