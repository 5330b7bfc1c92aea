package org.yici.donations.payment.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.key;
import static org.yici.donations.World.world;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.Giving;
import org.yici.donations.donation.NewDonation;
import org.yici.donations.payment.simulator.Fault;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;

/** One setting and nothing else: the three real providers, against simulated ones, each with a cashier at our own door. */
class CheckoutsInTheDemoTest {

    private static final World WORLD = World.with("--yici.simulated-providers=true");
    private static final String ORIGIN = "http://localhost:8080";
    private static final String DESKTOP = "Windows";
    private static final String PHONE = "iPhone Mobile";
    private static final String IN_WECHAT = "iPhone MicroMessenger";
    private static final Pattern CASHIER = Pattern.compile("(/pay/simulated/[a-z]+/[0-9A-Z]{25}[^\"]*)\"");

    @ParameterizedTest
    @CsvSource({
        "wechat, " + DESKTOP,
        "wechat, " + PHONE,
        "wechat, " + IN_WECHAT,
        "alipay, " + DESKTOP,
        "alipay, " + PHONE,
        "alipay, " + IN_WECHAT,
        "stripe, " + DESKTOP,
        "stripe, " + PHONE
    })
    void whatever_one_looks_with_one_comes_to_a_cashier_pays_and_comes_back_to_the_receipt(
            String provider, String browser) {
        CreatedDonation gift = gift(provider);
        String cashier = cashierOf(gift, provider, browser);
        assertThat(page(cashier)).contains("不会真的扣款", "确认付款", "日行一慈");
        assertThat(press(cashier, "CANCEL")).isEqualTo(receipt(gift));
        assertThat(WORLD.status(gift)).isEqualTo("PENDING");
        assertThat(press(cashier, "PAID")).isEqualTo(receipt(gift));
        assertThat(WORLD.status(gift)).as("told before the donor is back").isEqualTo("PAID");
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
        assertThat(page(cashier)).contains("已付款").doesNotContain("确认付款");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TWICE", "SILENT", "WRONG_AMOUNT", "FORGED"})
    void whatever_is_told_of_a_payment_it_is_booked_once(String outcome) {
        CreatedDonation gift = gift("stripe");
        press(cashierOf(gift, "stripe", PHONE), outcome);
        assertThat(WORLD.until("PAID", gift)).isLessThan(Duration.ofSeconds(15));
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void a_provider_that_is_down_costs_nothing_and_the_donor_is_told() {
        String cashier = cashierOf(gift("wechat"), "wechat", DESKTOP);
        press(cashier, "DOWN");
        try {
            assertThat(get(cashier, DESKTOP).getStatus().value()).isEqualTo(503);
            CreatedDonation unlucky = gift("wechat");
            EntityExchangeResult<String> answer = get(pay(unlucky, "wechat"), DESKTOP);
            assertThat(answer.getStatus().value()).isEqualTo(503);
            assertThat(answer.getResponseBody()).contains("暂时没有回应", "改用支付宝");
        } finally {
            WORLD.bean(Simulators.class)
                    .cashier("wechat")
                    .orElseThrow()
                    .faults()
                    .lasting(Fault.NONE);
        }
    }

    @Test
    void whoever_only_scans_a_code_is_told_that_it_is_paid() {
        CreatedDonation gift = gift("wechat");
        String scanned = cashierOf(gift, "wechat", DESKTOP).replaceAll("\\?.*", "");
        assertThat(press(scanned, "CANCEL")).isEqualTo(scanned + "?left=yes");
        assertThat(page(scanned + "?left=yes")).contains("没有付款", "确认付款");
        assertThat(press(scanned, "PAID")).isEqualTo(scanned);
        assertThat(page(scanned)).contains("这一页可以关掉了");
        assertThat(WORLD.status(gift)).isEqualTo("PAID");
    }

    @Test
    void nobody_is_led_to_another_site() {
        CreatedDonation gift = gift("wechat");
        String scanned = cashierOf(gift, "wechat", DESKTOP).replaceAll("\\?.*", "");
        for (String evil :
                new String[] {"https://evil.example/", ORIGIN + ".evil.example/", ORIGIN + "//evil.example"}) {
            assertThat(press(scanned + "?redirect_url=" + evil, "CANCEL")).isEqualTo(scanned + "?left=yes");
        }
        assertThat(get(
                                "/pay/simulated/wechat/connect/oauth2/authorize?redirect_uri=https://evil.example/&state=1",
                                PHONE)
                        .getStatus()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void what_nobody_has_ordered_cannot_be_paid() {
        EntityExchangeResult<String> answer = get("/pay/simulated/alipay/0000000000000000000000001", PHONE);
        assertThat(answer.getStatus().value()).isEqualTo(404);
        assertThat(answer.getResponseBody()).contains("不认识这个订单");
        assertThat(get("/pay/simulated/nobody/0000000000000000000000001", PHONE)
                        .getStatus()
                        .value())
                .isEqualTo(404);
        assertThat(get("/pay/simulated/alipay/gateway.do?method=alipay.trade.wap.pay&sign=x", PHONE)
                        .getStatus()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void the_usual_way_in_the_demo_stays_the_sandbox_and_the_others_are_said_to_be_none() {
        String html = page("/c/daily-kindness");
        assertThat(html).contains("都是模拟的，不会真的扣款");
        assertThat(html.indexOf("value=\"sandbox\"")).isLessThan(html.indexOf("value=\"alipay\""));
        assertThat(html).containsPattern("value=\"sandbox\"\\s+checked");
    }

    @Test
    void where_nothing_is_simulated_there_is_no_such_cashier() {
        for (String path : new String[] {
            "/pay/simulated/wechat/0000000000000000000000001",
            "/pay/simulated/alipay/gateway.do?x=1",
            "/pay/simulated/wechat/connect/oauth2/authorize?redirect_uri=" + ORIGIN + "/&state=1"
        }) {
            world().web().get().uri(path).exchange().expectStatus().isNotFound();
            world().web().post().uri(path).exchange().expectStatus().isNotFound();
        }
    }

    private static CreatedDonation gift(String provider) {
        return done(WORLD.bean(Giving.class)
                .create(
                        new NewDonation(
                                CampaignCode.of("daily-kindness"),
                                Money.ofFen(600),
                                provider,
                                null,
                                null,
                                new Donor.Anonymous(null)),
                        key(),
                        new byte[] {1}));
    }

    private static String pay(CreatedDonation gift, String provider) {
        return "/pay/" + provider + "/" + gift.id() + "?token=" + gift.token().value();
    }

    private static String receipt(CreatedDonation gift) {
        return "/receipts/" + gift.token().value();
    }

    /** Follows the pay page as that browser does, until it stands before the cashier. */
    private static String cashierOf(CreatedDonation gift, String provider, String browser) {
        String path = pay(gift, provider);
        for (int hops = 0; hops < 5; hops++) {
            if (path.matches("/pay/simulated/[a-z]+/[0-9A-Z]{25}.*")) {
                return path;
            }
            path = next(get(path, browser));
        }
        throw new AssertionError("no cashier, but " + path);
    }

    private static String next(EntityExchangeResult<String> answer) {
        HttpHeaders headers = answer.getResponseHeaders();
        URI location = headers.getLocation();
        String refresh = String.valueOf(headers.getFirst("Refresh"));
        if (location != null || refresh.startsWith("1; url=")) {
            String to = location == null ? refresh.substring("1; url=".length()) : location.toString();
            return to.replace(ORIGIN, "").replaceAll("#.*", "");
        }
        Matcher link = CASHIER.matcher(String.valueOf(answer.getResponseBody()));
        assertThat(link.find()).as("a way to the cashier").isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private static String page(String path) {
        EntityExchangeResult<String> answer = get(path, PHONE);
        assertThat(answer.getStatus().value()).isEqualTo(200);
        return String.valueOf(answer.getResponseBody());
    }

    private static EntityExchangeResult<String> get(String path, String browser) {
        return WORLD.web()
                .get()
                .uri(URI.create(WORLD.address() + path))
                .header("User-Agent", browser)
                .header("Accept", "text/html")
                .header("Accept-Language", Locale.CHINA.toLanguageTag())
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    /** Where the donor is sent on to. */
    private static String press(String cashier, String outcome) {
        return String.valueOf(WORLD.web()
                .post()
                .uri(URI.create(WORLD.address() + cashier))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("outcome=" + outcome)
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation());
    }
}
