package org.yici.donations.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.payment.reconciliation.ReadBill;
import org.yici.donations.payment.refund.RefundedGift;
import org.yici.donations.payment.simulator.Postman;
import org.yici.donations.payment.simulator.wechat.SimulatedNotice;
import org.yici.donations.payment.simulator.wechat.SimulatedWechat;

/** WeChat Pay in the whole service: its unmodified SDK, over loopback, from the pay page to the bill. */
class WechatInTheHouseTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static final SimulatedWechat WECHAT = new SimulatedWechat(CLOCK);
    private static final World WORLD = World.with(WECHAT.settings().entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));

    private final AtProvider wechat = new AtProvider(WORLD, "wechat");

    @AfterAll
    static void close() {
        WECHAT.close();
    }

    @Test
    void a_gift_goes_from_the_pay_page_to_the_books_and_back() {
        CreatedDonation gift = wechat.gift(1_000);
        assertThat(wechat.look(gift, "iPhone Mobile")).startsWith(WECHAT.address() + "/cashier/");
        String order = wechat.order(gift);
        WECHAT.pay(order);
        assertThat(told(WECHAT.notices().paid(order))).isEqualTo(200);
        assertThat(told(WECHAT.notices().paid(order))).as("told again").isEqualTo(200);
        assertThat(WORLD.status(gift)).isEqualTo("PAID");
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);

        WECHAT.newRefunds("SUCCESS");
        new RefundedGift(WORLD).refund(gift, 400);
        assertThat(WECHAT.refunds()).isEqualTo(1);
        assertThat(wechat.stateOf(order)).isEqualTo("PART_REFUNDED");
        assertThat(WORLD.status(gift)).isEqualTo("PART_REFUNDED");
    }

    @Test
    void on_a_desktop_there_is_a_code_to_scan_and_a_lost_notice_is_made_good_by_asking() {
        CreatedDonation gift = wechat.gift(1_100);
        assertThat(wechat.look(gift, "Windows")).contains("class=\"qr\"");
        WECHAT.pay(wechat.order(gift));
        assertThat(WORLD.until("PAID", gift)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void what_is_forged_old_or_meant_for_another_or_does_not_fit_moves_nothing() {
        CreatedDonation gift = wechat.gift(1_200);
        wechat.look(gift, "Windows");
        String order = wechat.order(gift);
        WECHAT.pay(order);
        var notices = WECHAT.notices();
        assertThat(told(notices.forged(order))).isEqualTo(401);
        assertThat(told(notices.old(order, Duration.ofMinutes(10)))).isEqualTo(401);
        assertThat(told(notices.wrongMerchant(order))).isEqualTo(401);
        assertThat(told(notices.wrongAmount(order, 1))).isEqualTo(200);
        assertThat(wechat.discrepancies()).contains("other-amount");
        assertThat(WORLD.until("PAID", gift)).as("found by asking").isLessThan(Duration.ofSeconds(15));
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void the_day_s_bill_fits_but_for_what_was_planted() {
        CreatedDonation gift = wechat.gift(20_000);
        wechat.look(gift, "Windows");
        String order = wechat.order(gift);
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(2);
        CLOCK.at(Duration.ofDays(-2), () -> {
            WECHAT.pay(order);
            WECHAT.billFlaws().addForeign("NOBODYS", 777, CLOCK.instant());
        });
        assertThat(told(WECHAT.notices().paid(order))).isEqualTo(200);
        new ReadBill(WORLD).of("wechat", day);
        assertThat(WORLD.number(
                        "select count(*) from donations.bill_line where provider = 'wechat' and kind = 'PAYMENT'"
                                + " and matched and ours = '" + order + "'"))
                .isEqualTo(1);
        assertThat(wechat.account("cost:payment-fees")).isPositive();
        assertThat(wechat.discrepancies()).contains("unknown-order");
    }

    private static int told(SimulatedNotice notice) {
        URI door = URI.create(WORLD.address() + "/callbacks/wechat/" + notice.way());
        return new Postman(door).carry(notice.letter());
    }
}
