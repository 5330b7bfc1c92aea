package org.yici.donations.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.payment.reconciliation.ReadBill;
import org.yici.donations.payment.refund.RefundedGift;
import org.yici.donations.payment.simulator.alipay.AlipaySimulator;

/** Alipay in the whole service: its unmodified SDK, over loopback, from the pay page to the bill. */
class AlipayInTheHouseTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static final AlipaySimulator ALIPAY = new AlipaySimulator(CLOCK);
    private static final World WORLD = World.with(ALIPAY.settings().entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
    private static final URI CALLBACK = URI.create(WORLD.address() + "/callbacks/alipay");

    private final AtProvider alipay = new AtProvider(WORLD, "alipay");

    @AfterAll
    static void close() {
        ALIPAY.close();
    }

    @Test
    void a_gift_goes_from_the_pay_page_to_the_books_and_back() {
        CreatedDonation gift = alipay.gift(1_000);
        String order = atTheCashier(gift);
        ALIPAY.pay(order);
        assertThat(heard(order)).isEqualTo("success");
        assertThat(heard(order)).as("told again").isEqualTo("success");
        assertThat(WORLD.status(gift)).isEqualTo("PAID");
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);

        new RefundedGift(WORLD).refund(gift, 1_000);
        assertThat(ALIPAY.refundedFen(order)).isEqualTo(1_000);
        assertThat(alipay.stateOf(order)).isEqualTo("REFUNDED");
        assertThat(WORLD.status(gift)).isEqualTo("REFUNDED");
    }

    @Test
    void a_lost_notice_is_made_good_by_asking() {
        CreatedDonation gift = alipay.gift(1_100);
        ALIPAY.pay(atTheCashier(gift));
        assertThat(WORLD.until("PAID", gift)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void what_is_forged_or_meant_for_another_or_does_not_fit_moves_nothing() {
        CreatedDonation gift = alipay.gift(1_200);
        String order = atTheCashier(gift);
        ALIPAY.pay(order);
        var notice = ALIPAY.notice(order);
        assertThat(ALIPAY.post().send(notice.forged(), CALLBACK).join()).isEqualTo("failure");
        ALIPAY.post().send(notice.wrongMerchant(), CALLBACK).join();
        ALIPAY.post().send(notice.wrongAmount(1), CALLBACK).join();
        ALIPAY.post().send(notice.wrongAmount(-1), CALLBACK).join();
        assertThat(alipay.discrepancies()).contains("other-amount");
        assertThat(WORLD.until("PAID", gift)).as("found by asking").isLessThan(Duration.ofSeconds(15));
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void on_a_desktop_alipay_has_a_page_of_its_own() {
        assertThat(alipay.look(alipay.gift(1_300), "Windows"))
                .startsWith("http://127.0.0.1")
                .contains("alipay.trade.page.pay");
    }

    @Test
    void the_day_s_bill_fits_but_for_what_was_planted() {
        CreatedDonation gift = alipay.gift(20_000);
        String order = atTheCashier(gift);
        CLOCK.at(Duration.ofDays(-2), () -> ALIPAY.pay(order));
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(2);
        ALIPAY.flaws().addForeign(day, 777);
        assertThat(heard(order)).isEqualTo("success");
        new ReadBill(WORLD).of("alipay", day);
        assertThat(WORLD.number(
                        "select count(*) from donations.bill_line where provider = 'alipay' and kind = 'PAYMENT'"
                                + " and matched and ours = '" + order + "'"))
                .isEqualTo(1);
        assertThat(alipay.account("cost:payment-fees")).isPositive();
        assertThat(alipay.discrepancies()).contains("unknown-order");
    }

    /** The donor has opened Alipay's page. */
    private String atTheCashier(CreatedDonation gift) {
        String address = alipay.look(gift, "iPhone");
        assertThat(address).contains("alipay.trade.wap.pay");
        try {
            int status = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isLessThan(400);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return alipay.order(gift);
    }

    private static String heard(String order) {
        return ALIPAY.post().send(ALIPAY.notice(order), CALLBACK).join();
    }
}
