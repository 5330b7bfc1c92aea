package org.yici.donations.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.reconciliation.ReadBill;
import org.yici.donations.payment.simulator.Postman;
import org.yici.donations.payment.simulator.alipay.AlipaySimulator;
import org.yici.donations.payment.simulator.stripe.StripeSimulator;
import org.yici.donations.payment.simulator.wechat.SimulatedWechat;

/**
 * A day of gifts over three providers, with a fault in every hundredth: afterwards no line of any bill is unexplained. A few
 * hundred gifts; {@code -Dday.gifts=10000} for a whole day's.
 */
class DayOfGiftsTest {

    private static final int GIFTS = Integer.getInteger("day.gifts", 300);
    private static final int FAULT_EVERY = 100;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration AGO = Duration.ofDays(-2);

    private static final MovableClock CLOCK = new MovableClock();
    private static final SimulatedWechat WECHAT = new SimulatedWechat(CLOCK);
    private static final AlipaySimulator ALIPAY = new AlipaySimulator(CLOCK);
    private static final StripeSimulator STRIPE = new StripeSimulator(CLOCK, letter -> {});
    private static final World WORLD = World.with(settings());
    private static final Postman TO_WECHAT = new Postman(URI.create(WORLD.address() + "/callbacks/wechat/payment"));
    private static final Postman TO_STRIPE = new Postman(URI.create(WORLD.address() + "/callbacks/stripe"));
    private static final URI TO_ALIPAY = URI.create(WORLD.address() + "/callbacks/alipay");

    private final Map<CreatedDonation, String> orders = new LinkedHashMap<>();
    private final List<CreatedDonation> silent = new ArrayList<>();
    private final Map<String, Long> planted = new HashMap<>();

    private static String[] settings() {
        Map<String, String> all = new HashMap<>(WECHAT.settings());
        all.putAll(ALIPAY.settings());
        all.put("yici.payment.stripe.secret-key", STRIPE.secretKey());
        all.put("yici.payment.stripe.webhook-secret", STRIPE.webhookSecret());
        all.put("yici.payment.stripe.base-url", STRIPE.address());
        return all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    @AfterAll
    static void close() {
        WECHAT.close();
        ALIPAY.close();
        STRIPE.close();
    }

    @Test
    void every_fault_is_one_named_discrepancy_and_nothing_else_is_left_over() {
        for (int i = 0; i < GIFTS; i++) {
            give(i);
        }
        for (CreatedDonation gift : silent) {
            assertThat(WORLD.until("PAID", gift)).as("found by asking").isLessThan(Duration.ofSeconds(20));
        }
        LocalDate day = LocalDate.now(CHINA).plusDays(AGO.toDays());
        plantFlaws(day);
        for (String provider : List.of("wechat", "alipay", "stripe")) {
            new ReadBill(WORLD).of(provider, day);
        }
        assertThat(orders.keySet())
                .allSatisfy(gift -> assertThat(WORLD.journalsOf(gift)).isEqualTo(1));
        assertThat(discrepancies()).isEqualTo(planted);
        assertThat(WORLD.number("select count(*) from donations.bill_line where not matched"))
                .as("lines that are not accounted for are those that wait for a person")
                .isEqualTo(planted.getOrDefault("unknown-order", 0L));
        assertThat(broken()).isEmpty();
    }

    private void give(int i) {
        switch (i % 3) {
            case 0 -> wechat(i);
            case 1 -> alipay(i);
            default -> stripe(i);
        }
    }

    private void wechat(int i) {
        AtProvider provider = new AtProvider(WORLD, "wechat");
        CreatedDonation gift = provider.gift(fen(i));
        provider.look(gift, "Windows");
        String order = remember(provider, gift);
        CLOCK.at(AGO, () -> WECHAT.pay(order));
        var notices = WECHAT.notices();
        if (isFault(i)) {
            TO_WECHAT.carry(notices.forged(order).letter());
            silent.add(gift);
        } else {
            assertThat(TO_WECHAT.carry(notices.paid(order).letter())).isBetween(200, 204);
        }
    }

    private void alipay(int i) {
        AtProvider provider = new AtProvider(WORLD, "alipay");
        CreatedDonation gift = provider.gift(fen(i));
        provider.look(gift, "MicroMessenger");
        String order = remember(provider, gift);
        CLOCK.at(AGO, () -> ALIPAY.pay(order));
        var notice = ALIPAY.notice(order);
        if (isFault(i)) {
            ALIPAY.post().send(notice.forged(), TO_ALIPAY).join();
            silent.add(gift);
        } else {
            assertThat(ALIPAY.post().send(notice, TO_ALIPAY).join()).isEqualTo("success");
        }
    }

    private void stripe(int i) {
        AtProvider provider = new AtProvider(WORLD, "stripe");
        CreatedDonation gift = provider.gift(fen(i));
        provider.look(gift, "iPhone");
        String order = remember(provider, gift);
        CLOCK.at(AGO, () -> STRIPE.pay(order));
        var events = STRIPE.events();
        if (isFault(i)) {
            TO_STRIPE.carry(events.wrongCurrency(order, "usd"));
            silent.add(gift);
        }
        assertThat(TO_STRIPE.carry(events.letter(events.completed(order)))).isEqualTo(200);
        assertThat(TO_STRIPE.carry(events.letter(events.completed(order))))
                .as("again")
                .isEqualTo(200);
    }

    private void plantFlaws(LocalDate day) {
        CLOCK.at(AGO, () -> {
            WECHAT.billFlaws().addForeign("FOREIGN0000000000000000001", 777, CLOCK.instant());
            ALIPAY.flaws().addForeign(day, 777);
            STRIPE.addForeign(777);
        });
        planted.merge("unknown-order", 3L, Long::sum);
        long currencies = discrepancies().getOrDefault("other-currency", 0L);
        if (currencies > 0) {
            assertThat(currencies)
                    .isEqualTo(silent.stream().filter(this::isStripe).count());
            planted.put("other-currency", currencies);
        }
    }

    private boolean isStripe(CreatedDonation gift) {
        return gift.content().method().equals("stripe");
    }

    private String remember(AtProvider provider, CreatedDonation gift) {
        String order = provider.order(gift);
        orders.put(gift, order);
        return order;
    }

    private static boolean isFault(int i) {
        return i % FAULT_EVERY == 0;
    }

    private static long fen(int i) {
        return 100 + i % 50_000;
    }

    private static Map<String, Long> discrepancies() {
        Map<String, Long> found = new HashMap<>();
        WORLD.bean(Discrepancies.class)
                .open(0, 100_000)
                .toStream()
                .forEach(one -> found.merge(one.kind().word(), 1L, Long::sum));
        return found;
    }

    /** What the ledger's audit finds. */
    private static List<String> broken() {
        try (Connection owner = WORLD.asOwner();
                ResultSet found = owner.createStatement().executeQuery("select * from ledger.audit()")) {
            List<String> broken = new ArrayList<>();
            while (found.next()) {
                broken.add(found.getString(1) + " " + found.getString(2) + " " + found.getString(3));
            }
            return broken;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
