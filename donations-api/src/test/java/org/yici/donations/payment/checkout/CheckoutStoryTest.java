package org.yici.donations.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.key;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.Giving;
import org.yici.donations.donation.NewDonation;
import org.yici.donations.payment.order.Payment;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;

/** Orders at a provider, from the page to the books, with everything that goes wrong on the way. */
class CheckoutStoryTest {

    private static final World WORLD = World.with(FakeProvider.SETTINGS);

    private final FakeProvider provider = WORLD.bean(FakeProvider.class);

    @BeforeEach
    void awake() {
        provider.silent = false;
    }

    @Test
    void a_gift_is_opened_paid_heard_of_and_booked_once() {
        CreatedDonation gift = gift(600);
        String order = open(gift, "iPhone");
        assertThat(open(gift, "iPhone")).as("the page again is the same order").isEqualTo(order);
        assertThat(provider.opened.stream().filter(order::equals)).hasSize(1);
        Payment payment = provider.pay(order, 600);
        assertThat(tell(payment)).isEqualTo(200);
        assertThat(WORLD.status(gift)).isEqualTo("PAID");
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
        assertThat(state(order)).isEqualTo("PAID");
        assertThat(WORLD.number("select count(*) from ledger.entries e join ledger.journals j using (sequence)"
                        + " where j.key = 'donation/" + gift.id() + "' and e.account = 'clearing:fake'"))
                .isEqualTo(1);
    }

    @Test
    void the_campaign_is_called_at_the_provider_as_the_donor_reads_it() {
        CreatedDonation gift = gift(600);
        WORLD.web()
                .get()
                .uri(page(gift) + "&lang=en")
                .header("User-Agent", "Windows")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(WORLD.text("select title from donations.provider_order where donation = '" + gift.id() + "'"))
                .hasValue("A kindness a day");
    }

    @Test
    void the_same_notice_a_hundred_times_from_32_clients_is_one_journal() {
        CreatedDonation gift = gift(600);
        Payment payment = provider.pay(open(gift, "iPhone"), 600);
        List<Integer> answers = Flux.range(0, 100)
                .flatMap(
                        i -> reactor.core.publisher.Mono.fromCallable(
                                        () -> tell(payment, i % 2 == 0 ? "same" : "other" + i))
                                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()),
                        32)
                .collectList()
                .block(World.PATIENCE);
        assertThat(answers).hasSize(100).containsOnly(200);
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void a_refund_s_notice_before_the_payment_s_loses_nothing() {
        CreatedDonation gift = gift(600);
        Payment payment = provider.pay(open(gift, "iPhone"), 600);
        assertThat(notice("refunded 0000000000000000000000000 " + UUID.randomUUID()))
                .isEqualTo(200);
        assertThat(tell(payment)).isEqualTo(200);
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void what_nobody_tells_is_found_by_asking() {
        CreatedDonation gift = gift(600);
        provider.pay(open(gift, "iPhone"), 600);
        assertThat(WORLD.until("PAID", gift)).isLessThan(Duration.ofSeconds(15));
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void an_order_past_its_end_is_closed_at_the_provider_and_money_that_comes_a_day_late_is_kept() {
        CreatedDonation gift = gift(600);
        String order = open(gift, "iPhone");
        pass(order, 10);
        until(order, "CLOSED");
        Payment payment = provider.pay(order, 600);
        assertThat(tell(payment)).isEqualTo(200);
        assertThat(state(order)).isEqualTo("LATE");
        assertThat(WORLD.status(gift)).isEqualTo("PAID");
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void a_second_payment_is_a_gift_of_its_own_and_waits_for_a_person() {
        CreatedDonation gift = gift(600);
        String first = open(gift, "iPhone");
        String second = open(gift, "Windows");
        assertThat(second).isNotEqualTo(first);
        long before = balance();
        assertThat(tell(provider.pay(first, 600))).isEqualTo(200);
        Payment again = provider.pay(second, 600);
        assertThat(tell(again)).isEqualTo(200);
        assertThat(tell(again)).isEqualTo(200);
        assertThat(balance() - before).isEqualTo(1_200);
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
        assertThat(discrepancies("second-payment", again.number())).isEqualTo(1);
    }

    @Test
    void no_second_order_is_opened_while_a_payment_is_on_its_way_into_the_books() {
        CreatedDonation gift = gift(600);
        String first = open(gift, "iPhone");
        // As a crash leaves it: the payment is noted, and not booked.
        assertThat(change(
                        "state = 'PAID', payment = 'noted-" + first + "', paid_at = now(), ask_at = 'infinity'", first))
                .isEqualTo(1);
        WORLD.web()
                .get()
                .uri("/pay/fake/" + gift.id() + "?token=" + gift.token().value())
                .header("User-Agent", "Windows")
                .exchange()
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .valueEquals("Location", "/receipts/" + gift.token().value());
        assertThat(orders(gift)).isEqualTo(1);
    }

    @Test
    void an_order_whose_time_is_over_is_closed_at_the_provider_before_another_one_is_opened() {
        CreatedDonation gift = gift(600);
        String first = open(gift, "iPhone");
        assertThat(change("expires_at = now() - interval '1 second', ask_at = 'infinity'", first))
                .isEqualTo(1);
        open(gift, "iPhone");
        assertThat(state(first)).isEqualTo("CLOSED");
        assertThat(orders(gift)).isEqualTo(2);
        assertThat(WORLD.number("select count(*) from donations.provider_order where donation = '" + gift.id()
                        + "' and state = 'PENDING' and expires_at > now()"))
                .isEqualTo(1);
    }

    @Test
    void an_old_order_is_asked_about_until_its_provider_has_answered() {
        CreatedDonation gift = gift(600);
        String order = open(gift, "iPhone");
        provider.silent = true;
        assertThat(change("expires_at = now() - interval '3 days', state = 'CLOSED', ask_at = now()", order))
                .isEqualTo(1);
        World.pause(2_500);
        assertThat(asked(order)).as("it is asked about again").isNotEqualTo("infinity");
        Payment payment = provider.pay(order, 600);
        provider.silent = false;
        assertThat(change("ask_at = now()", order)).isEqualTo(1);
        assertThat(WORLD.until("PAID", gift)).isLessThan(World.PATIENCE);
        assertThat(state(order)).isEqualTo("LATE");
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
        assertThat(payment.fen()).isEqualTo(600);
        CreatedDonation other = gift(600);
        String never = open(other, "iPhone");
        assertThat(change("expires_at = now() - interval '3 days', state = 'CLOSED', ask_at = now()", never))
                .isEqualTo(1);
        for (int i = 0; i < 100 && !asked(never).equals("infinity"); i++) {
            World.pause(50);
        }
        assertThat(asked(never)).isEqualTo("infinity");
    }

    @Test
    void once_a_gift_is_paid_its_other_orders_are_closed_so_that_nobody_pays_twice() {
        CreatedDonation gift = gift(600);
        String first = open(gift, "iPhone");
        String second = open(gift, "Windows");
        assertThat(tell(provider.pay(first, 600))).isEqualTo(200);
        until(second, "CLOSED");
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void a_payment_number_that_pays_another_order_already_pays_nothing_here_and_waits_for_a_person() {
        CreatedDonation paid = gift(600);
        Payment payment = provider.pay(open(paid, "iPhone"), 600);
        assertThat(tell(payment)).isEqualTo(200);
        CreatedDonation other = gift(600);
        String order = open(other, "iPhone");
        assertThat(tell(new Payment(order, payment.number(), 600, "CNY"), "again-" + payment.number()))
                .isEqualTo(200);
        assertThat(WORLD.status(other)).isEqualTo("PENDING");
        assertThat(discrepancies("other-payment", payment.number())).isEqualTo(1);
    }

    @Test
    void another_amount_another_currency_and_an_unknown_order_move_nothing_and_are_not_forgotten() {
        CreatedDonation gift = gift(600);
        String order = open(gift, "iPhone");
        long before = balance();
        for (long fen : new long[] {599, 601}) {
            assertThat(tell(new Payment(order, "wrong-" + fen, fen, "CNY"))).isEqualTo(200);
            assertThat(discrepancies("other-amount", "wrong-" + fen)).isEqualTo(1);
        }
        assertThat(tell(new Payment(order, "wrong-currency", 600, "USD"))).isEqualTo(200);
        assertThat(discrepancies("other-currency", "wrong-currency")).isEqualTo(1);
        assertThat(tell(new Payment("0000000000000000000000001", "nobodys", 600, "CNY")))
                .isEqualTo(200);
        assertThat(discrepancies("unknown-order", "nobodys")).isEqualTo(1);
        assertThat(tell(new Payment("no number of ours".replace(' ', '-'), "nobodys2", 600, "CNY")))
                .isEqualTo(200);
        assertThat(balance()).isEqualTo(before);
        assertThat(WORLD.status(gift)).isEqualTo("PENDING");
    }

    @Test
    void a_notice_that_is_not_signed_is_turned_away() {
        CreatedDonation gift = gift(600);
        Payment payment = provider.pay(open(gift, "iPhone"), 600);
        WORLD.web()
                .post()
                .uri("/callbacks/fake")
                .header("Fake-Signature", "bad")
                .bodyValue(text(payment, "e-" + payment.number()))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        WORLD.web()
                .post()
                .uri("/callbacks/nobody")
                .bodyValue("x")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_silent_provider_costs_no_gift_and_the_page_says_so() {
        CreatedDonation gift = gift(600);
        provider.silent = true;
        WORLD.web()
                .get()
                .uri(page(gift))
                .header("User-Agent", "iPhone")
                .exchange()
                .expectStatus()
                .isEqualTo(503);
        provider.silent = false;
        Payment payment = provider.pay(open(gift, "iPhone"), 600);
        assertThat(tell(payment)).isEqualTo(200);
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void notices_in_any_order_book_every_gift_once() {
        List<CreatedDonation> gifts = new ArrayList<>();
        List<Payment> told = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            gifts.add(gift(600 + i));
            Payment payment = provider.pay(open(gifts.get(i), "iPhone"), 600 + i);
            told.add(payment);
            told.add(payment);
        }
        Collections.shuffle(told, new Random(7));
        assertThat(told)
                .allSatisfy(payment ->
                        assertThat(tell(payment, UUID.randomUUID().toString())).isEqualTo(200));
        assertThat(gifts).allSatisfy(gift -> assertThat(WORLD.journalsOf(gift)).isEqualTo(1));
    }

    @Test
    void the_database_takes_exactly_the_steps_of_the_table() {
        for (PaymentState state : PaymentState.values()) {
            for (PaymentState.Event event : PaymentState.Event.values()) {
                PaymentStep step = new PaymentStep(event);
                String to = WORLD.text(
                                "select (case when " + step.isOpen() + " then (select r.state from (values (1)) o (n),"
                                        + " lateral (select " + step.next().substring("state = ".length())
                                        + " as state) r) end)::text from (values ('" + state + "')) as row (state)")
                        .filter(text -> !text.equals("null"))
                        .orElse("none");
                assertThat(to)
                        .as(state + " " + event)
                        .isEqualTo(state.after(event).map(Enum::name).orElse("none"));
            }
        }
    }

    @Test
    void on_a_desktop_the_page_shows_a_code_to_scan() {
        WORLD.web()
                .get()
                .uri(page(gift(600)))
                .header("User-Agent", "Windows")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Refresh", "3")
                .expectBody(String.class)
                .value(html -> assertThat(html).contains("<svg class=\"qr\""));
    }

    /**
     * The pay page is reached from the form of a gift, and browsers hold a form's redirects to the policy form-action, which
     * ends at our own door. WeChat Pay's page asks where the donor comes from; the token is nobody's but the donor's.
     */
    @Test
    void one_leaves_for_the_provider_by_a_page_that_tells_it_our_origin_and_no_more() {
        WORLD.web()
                .get()
                .uri(page(gift(600)))
                .header("User-Agent", "iPhone")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Refresh", refresh -> assertThat(refresh).startsWith("1; url=https://"))
                .expectHeader()
                .valueEquals("Referrer-Policy", "origin")
                .expectHeader()
                .doesNotExist("Location")
                .expectBody(String.class)
                .value(html -> assertThat(html).contains("<a class=\"button wide\" data-onward href=\"https://"));
    }

    private CreatedDonation gift(long fen) {
        return done(WORLD.bean(Giving.class)
                .create(
                        new NewDonation(
                                CampaignCode.of("daily-kindness"),
                                Money.ofFen(fen),
                                "fake",
                                null,
                                null,
                                new Donor.Anonymous(null)),
                        key(),
                        new byte[] {1}));
    }

    private static String page(CreatedDonation gift) {
        return "/pay/fake/" + gift.id() + "?token=" + gift.token().value();
    }

    /** Loads the pay page; the number of the order. */
    private String open(CreatedDonation gift, String browser) {
        var answer = WORLD.web()
                .get()
                .uri(page(gift))
                .header("User-Agent", browser)
                .exchange()
                .expectBody()
                .returnResult();
        assertThat(answer.getStatus().value()).isIn(200, 303);
        return WORLD.text("select id::text from donations.provider_order where donation = '" + gift.id()
                        + "' and form = '" + (browser.equals("iPhone") ? "page" : "scan")
                        + "' order by id desc limit 1")
                .map(id -> org.yici.donations.payment.order.OrderNumber.of(UUID.fromString(id))
                        .value())
                .orElseThrow();
    }

    private int tell(Payment payment) {
        return tell(payment, "e-" + payment.number());
    }

    private int tell(Payment payment, String event) {
        return notice(text(payment, event));
    }

    private static String text(Payment payment, String event) {
        return "paid %s %s %d %s %s"
                .formatted(payment.order(), payment.number(), payment.fen(), payment.currency(), event);
    }

    private int notice(String text) {
        return WORLD.web()
                .post()
                .uri("/callbacks/fake")
                .header("Fake-Signature", "good")
                .bodyValue(text)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private String state(String order) {
        return WORLD.text("select state from donations.provider_order where id = '" + id(order) + "'")
                .orElseThrow();
    }

    private static long change(String what, String order) {
        return WORLD.number("with changed as (update donations.provider_order set " + what + " where number = '" + order
                + "' returning 1) select count(*) from changed");
    }

    private static long orders(CreatedDonation gift) {
        return WORLD.number("select count(*) from donations.provider_order where donation = '" + gift.id() + "'");
    }

    private static String asked(String order) {
        return WORLD.text("select ask_at::text from donations.provider_order where number = '" + order + "'")
                .orElseThrow();
    }

    private void until(String order, String state) {
        for (int i = 0; i < 200 && !state(order).equals(state); i++) {
            World.pause(50);
        }
        assertThat(state(order)).isEqualTo(state);
    }

    /** As if the order had ended so many seconds ago. */
    private void pass(String order, int seconds) {
        assertThat(WORLD.number("with moved as (update donations.provider_order set expires_at = now() - interval '"
                        + seconds + " seconds', ask_at = now() where id = '" + id(order)
                        + "' returning 1) select count(*) from moved"))
                .isEqualTo(1);
    }

    private static UUID id(String order) {
        return new org.yici.donations.payment.order.OrderNumber(order).id();
    }

    private static long balance() {
        return WORLD.number("select coalesce(sum(-amount), 0) from ledger.entries where account like 'fund:%'");
    }

    private static long discrepancies(String kind, String subject) {
        return WORLD.number("select count(*) from donations.discrepancy where kind = '" + kind + "' and subject = '"
                + subject + "'");
    }
}
