package org.yici.donations.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.payment.simulator.Postman;
import org.yici.donations.payment.simulator.wechat.SimulatedWechat;

/** What a donor sees of WeChat Pay, by what the donor looks with. */
class WechatPagesTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static final SimulatedWechat WECHAT = new SimulatedWechat(CLOCK);
    private static final World WORLD = World.with(WECHAT.settings().entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
    private static final Postman POST = new Postman(URI.create(WORLD.address() + "/callbacks/wechat/payment"));

    private final AtProvider wechat = new AtProvider(WORLD, "wechat");

    @AfterAll
    static void close() {
        WECHAT.close();
    }

    @Test
    void on_a_desktop_one_scans_a_code_and_the_gift_is_booked_once() {
        CreatedDonation gift = wechat.gift(1_000);
        assertThat(wechat.look(gift, "Windows")).contains("<svg class=\"qr\"");
        String order = wechat.order(gift);
        WECHAT.pay(order);
        assertThat(POST.carry(WECHAT.notices().paid(order).letter())).isBetween(200, 204);
        assertThat(POST.carry(WECHAT.notices().paid(order).letter()))
                .as("told again")
                .isBetween(200, 204);
        assertThat(WORLD.status(gift)).isEqualTo("PAID");
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void a_phone_is_sent_to_wechat_s_page() {
        assertThat(wechat.look(wechat.gift(1_100), "iPhone")).contains("prepay_id=");
    }

    @Test
    void inside_wechat_the_donor_is_known_by_an_openid_and_pays_in_the_page() throws Exception {
        CreatedDonation gift = wechat.gift(1_200);
        String signIn = wechat.look(gift, "iPhone MicroMessenger");
        assertThat(signIn).contains("snsapi_base");
        String back = location(signIn.replace("#wechat_redirect", ""));
        assertThat(back).contains("code=").contains("state=");
        String page = WORLD.web()
                .get()
                .uri(URI.create(WORLD.address() + back.substring(back.indexOf("/pay/"))))
                .header("User-Agent", "iPhone MicroMessenger")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("data-wechat-pay").contains("data-package=\"prepay_id=");
        assertThat(wechat.look(gift, "iPhone MicroMessenger"))
                .as("loaded again, the same order")
                .contains("data-wechat-pay");
        String order = wechat.order(gift);
        WECHAT.pay(order);
        assertThat(WORLD.until("PAID", gift)).isLessThan(Duration.ofSeconds(15));
        assertThat(WORLD.text("select (payer is not null and position('o' in encode(payer, 'escape')) >= 0)::text"
                        + " from donations.provider_order where number = '" + order + "'"))
                .as("the openid is kept, and sealed")
                .contains("true");
    }

    private static String location(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
