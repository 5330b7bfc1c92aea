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
import org.yici.donations.payment.simulator.stripe.StripeSimulator;

/** Stripe in the whole service: its unmodified SDK, over loopback, from the pay page to the bill. */
class StripeInTheHouseTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static final StripeSimulator STRIPE = new StripeSimulator(CLOCK, letter -> {});
    private static final World WORLD = World.with(
            "--yici.payment.stripe.secret-key=" + STRIPE.secretKey(),
            "--yici.payment.stripe.webhook-secret=" + STRIPE.webhookSecret(),
            "--yici.payment.stripe.base-url=" + STRIPE.address());
    private static final Postman POST = new Postman(URI.create(WORLD.address() + "/callbacks/stripe"));

    private final AtProvider stripe = new AtProvider(WORLD, "stripe");

    @AfterAll
    static void close() {
        STRIPE.close();
    }

    @Test
    void a_gift_goes_from_the_pay_page_to_the_books_and_back() {
        CreatedDonation gift = stripe.gift(1_000);
        assertThat(stripe.look(gift, "iPhone")).startsWith(STRIPE.address());
        String order = stripe.order(gift);
        STRIPE.pay(order);
        assertThat(POST.carry(STRIPE.events().letter(STRIPE.events().completed(order))))
                .isEqualTo(200);
        assertThat(WORLD.status(gift)).isEqualTo("PAID");
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);

        new RefundedGift(WORLD).refund(gift, 400);
        assertThat(STRIPE.refunds()).isEqualTo(1);
        assertThat(stripe.stateOf(order)).isEqualTo("PART_REFUNDED");
        assertThat(WORLD.status(gift)).isEqualTo("PART_REFUNDED");
    }

    @Test
    void a_lost_notice_is_made_good_by_asking() {
        CreatedDonation gift = stripe.gift(1_100);
        stripe.look(gift, "iPhone");
        STRIPE.pay(stripe.order(gift));
        assertThat(WORLD.until("PAID", gift)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void what_is_forged_old_or_does_not_fit_moves_nothing() {
        CreatedDonation gift = stripe.gift(1_200);
        stripe.look(gift, "iPhone");
        String order = stripe.order(gift);
        var events = STRIPE.events();
        assertThat(POST.carry(events.forged(events.completed(order)))).isEqualTo(400);
        assertThat(POST.carry(events.old(events.completed(order), Duration.ofMinutes(10))))
                .isEqualTo(400);
        POST.carry(events.wrongCurrency(order, "usd"));
        assertThat(WORLD.status(gift)).isEqualTo("PENDING");
    }

    @Test
    void a_payment_that_the_bank_takes_back_is_gone_from_the_fund_at_once() {
        CreatedDonation gift = stripe.gift(1_300);
        stripe.look(gift, "iPhone");
        String order = stripe.order(gift);
        STRIPE.pay(order);
        var events = STRIPE.events();
        assertThat(POST.carry(events.letter(events.completed(order)))).isEqualTo(200);
        CLOCK.at(Duration.ofDays(-1), () -> STRIPE.dispute(order));
        assertThat(POST.carry(events.letter(events.disputed(order)))).isEqualTo(200);
        assertThat(POST.carry(events.letter(events.disputed(order)))).isEqualTo(200);
        assertThat(stripe.stateOf(order)).isEqualTo("DISPUTED");
        assertThat(WORLD.number("select count(*) from donations.chargeback where amount = 1300"))
                .isEqualTo(1);
        assertThat(stripe.discrepancies()).contains("dispute");
        CLOCK.at(Duration.ofDays(-1), () -> STRIPE.winDispute(order));
        new ReadBill(WORLD)
                .of("stripe", LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1));
        assertThat(WORLD.number("select count(*) from donations.chargeback where amount = 1300"))
                .as("told by a notice and by the bill, it is one dispute")
                .isEqualTo(1);
        assertThat(WORLD.number(
                        "select count(*) from donations.chargeback_won join donations.chargeback using (method, dispute)"
                                + " where amount = 1300 and owed = 0"))
                .isEqualTo(1);
        assertThat(stripe.discrepancies()).contains("dispute-returned");
    }

    @Test
    void the_day_s_bill_fits_but_for_what_was_planted() {
        CreatedDonation gift = stripe.gift(2_000);
        stripe.look(gift, "iPhone");
        String order = stripe.order(gift);
        CLOCK.at(Duration.ofDays(-1), () -> {
            STRIPE.pay(order);
            STRIPE.addForeign(777);
        });
        assertThat(POST.carry(STRIPE.events().letter(STRIPE.events().completed(order))))
                .isEqualTo(200);
        new ReadBill(WORLD)
                .of("stripe", LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1));
        assertThat(WORLD.number(
                        "select count(*) from donations.bill_line where provider = 'stripe' and kind = 'PAYMENT'"
                                + " and matched and ours = '" + order + "'"))
                .isEqualTo(1);
        assertThat(stripe.account("cost:payment-fees")).isPositive();
        assertThat(stripe.discrepancies()).contains("unknown-order");
    }
}
