package org.yici.donations.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.key;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.Giving;
import org.yici.donations.donation.NewDonation;
import org.yici.donations.payment.checkout.FakeProvider;
import org.yici.donations.payment.checkout.KeepPayment;
import org.yici.donations.payment.order.BillLine.Kind;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.order.Payment;
import org.yici.donations.payment.refund.HearRefund;
import org.yici.donations.payment.refund.RefundedGift;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;

/** A provider's day against the books. */
class ReconciliationTest {

    private static final World WORLD = World.with(FakeProvider.SETTINGS);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

    private final FakeProvider provider = WORLD.bean(FakeProvider.class);

    @BeforeEach
    void noBill() {
        provider.bill.clear();
    }

    @Test
    void a_day_that_fits_leaves_nothing_open_and_books_the_fees_and_the_settlement_once() {
        long fees = account("cost:payment-fees");
        long bank = account("bank:main");
        long clearing = account("clearing:fake");
        for (int i = 1; i <= 5; i++) {
            Payment payment = paid(1_000L * i);
            provider.bill.add(provider.line(Kind.PAYMENT, payment.order(), payment.number(), payment.fen()));
            provider.bill.add(provider.line(Kind.FEE, payment.order(), "fee-" + payment.number(), 6L * i));
        }
        provider.bill.add(provider.line(Kind.SETTLEMENT, null, "out-" + UUID.randomUUID(), 15_000 - 90));
        long open = open();
        run();
        run();
        assertThat(open()).as("a second reading changes nothing").isEqualTo(open);
        assertThat(account("cost:payment-fees") - fees).isEqualTo(90);
        assertThat(account("bank:main") - bank).isEqualTo(14_910);
        assertThat(account("clearing:fake") - clearing).isZero();
        assertThat(WORLD.number("select count(*) from donations.bill_line where not matched and theirs like 'fee-%'"))
                .isZero();
    }

    @Test
    void a_payment_that_nobody_told_us_of_is_found_in_the_bill() {
        CreatedDonation gift = gift(700);
        String order = open(gift);
        Payment payment = provider.pay(order, 700);
        provider.bill.add(provider.line(Kind.PAYMENT, order, payment.number(), 700));
        run();
        assertThat(WORLD.status(gift)).isEqualTo("PAID");
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
        assertThat(WORLD.number("select count(*) from donations.bill_line where matched and theirs = '"
                        + payment.number() + "'"))
                .isEqualTo(1);
    }

    @Test
    void every_line_that_does_not_fit_is_one_named_discrepancy() {
        Payment payment = paid(800);
        provider.bill.add(provider.line(Kind.PAYMENT, payment.order(), "line-" + payment.number(), 801));
        provider.bill.add(provider.line(Kind.PAYMENT, "0000000000000000000000009", "foreign", 100));
        provider.bill.add(provider.line(Kind.REFUND, "0000000000000000000000008", "odd-refund", 100));
        provider.bill.add(provider.line(Kind.SETTLEMENT, null, "too-much", 900_000_000));
        provider.bill.add(provider.line(Kind.OTHER, null, "what-is-this", 1));
        run();
        run();
        assertThat(discrepancies("other-amount", "line-" + payment.number())).isEqualTo(1);
        assertThat(discrepancies("unknown-order", "foreign")).isEqualTo(1);
        assertThat(discrepancies("unknown-refund", "odd-refund")).isEqualTo(1);
        assertThat(discrepancies("other-settlement", "too-much")).isEqualTo(1);
        assertThat(discrepancies("unclear-line", "what-is-this")).isEqualTo(1);
    }

    @Test
    void lines_that_were_filed_and_not_settled_are_settled_the_next_time() {
        long bank = account("bank:main");
        paid(2_000);
        String settlement = "out-" + UUID.randomUUID();
        provider.bill.add(provider.line(Kind.SETTLEMENT, null, settlement, 1_500));
        provider.bill.add(provider.line(Kind.OTHER, null, "cut-short-" + settlement, 1));
        // As a crash leaves it: filed, and nothing else.
        assertThat(WORLD.bean(Bills.class)
                        .file("fake", DAY, provider.bill)
                        .collectList()
                        .block(World.PATIENCE))
                .hasSize(2);
        assertThat(account("bank:main")).isEqualTo(bank);
        run();
        assertThat(account("bank:main") - bank).isEqualTo(1_500);
        assertThat(discrepancies("unclear-line", "cut-short-" + settlement)).isEqualTo(1);
        run();
        assertThat(account("bank:main") - bank).as("once").isEqualTo(1_500);
    }

    @Test
    void a_refund_in_the_bill_is_done_only_when_the_provider_says_so() {
        CreatedDonation gift = gift(950);
        Payment payment = provider.pay(open(gift), 950);
        WORLD.bean(KeepPayment.class).keep("fake", payment).block(World.PATIENCE);
        RefundedGift office = new RefundedGift(WORLD);
        provider.slowWithRefunds = true;
        try {
            String number = office.sent(gift, 950);
            provider.bill.add(provider.line(Kind.REFUND, number, "back-" + number, 950));
            run();
            World.pause(1_500);
            assertThat(office.statusOf(number)).isEqualTo("SENT");
            assertThat(discrepancies("unknown-refund", "back-" + number)).isZero();
            provider.slowWithRefunds = false;
            WORLD.bean(HearRefund.class).askSoon(number).block(World.PATIENCE);
            for (int i = 0; i < 200 && !office.statusOf(number).equals("DONE"); i++) {
                World.pause(50);
            }
            assertThat(office.statusOf(number)).isEqualTo("DONE");
        } finally {
            provider.slowWithRefunds = false;
        }
    }

    @Test
    void a_second_payment_of_an_order_in_the_bill_waits_for_a_person() {
        Payment payment = paid(850);
        provider.bill.add(provider.line(Kind.PAYMENT, payment.order(), payment.number(), 850));
        provider.bill.add(provider.line(Kind.PAYMENT, payment.order(), "second-" + payment.number(), 850));
        run();
        assertThat(discrepancies("other-payment", "second-" + payment.number())).isEqualTo(1);
        assertThat(discrepancies("other-payment", payment.number())).isZero();
    }

    @Test
    void what_we_know_to_be_paid_and_no_bill_has_is_missed_a_day_later() {
        LocalDate day = LocalDate.of(2026, 4, 10);
        Payment payment = paidOn("2026-04-10T12:00:00Z", 900);
        run(day);
        assertThat(discrepancies("missing-in-bill", payment.number()))
                .as("it may stand in the next one")
                .isZero();
        run(day.plusDays(1));
        run(day.plusDays(1));
        assertThat(discrepancies("missing-in-bill", payment.number())).isEqualTo(1);
    }

    @Test
    void nothing_is_missed_while_the_bill_of_its_day_is_not_read_and_what_turns_up_settles_itself() {
        LocalDate day = LocalDate.of(2026, 2, 10);
        Payment payment = paidOn("2026-02-10T12:00:00Z", 900);
        run(day.plusDays(1));
        assertThat(discrepancies("missing-in-bill", payment.number()))
                .as("the bill of its day could not be read")
                .isZero();
        run(day);
        assertThat(discrepancies("missing-in-bill", payment.number())).isEqualTo(1);
        provider.bill.add(provider.line(Kind.PAYMENT, payment.order(), payment.number(), 900));
        run(day.plusDays(2));
        assertThat(outcome("missing-in-bill", payment.number())).contains("matched");
    }

    @Test
    void a_settlement_that_comes_before_what_it_settles_is_booked_when_that_is() {
        long bank = account("bank:main");
        long owed = account("clearing:fake");
        String settlement = "early-" + UUID.randomUUID();
        provider.bill.add(provider.line(Kind.SETTLEMENT, null, settlement, owed + 5_000));
        run(LocalDate.of(2026, 3, 2));
        assertThat(account("bank:main")).isEqualTo(bank);
        assertThat(discrepancies("other-settlement", settlement)).isEqualTo(1);
        provider.bill.clear();
        paid(5_000);
        run(LocalDate.of(2026, 3, 1));
        assertThat(account("bank:main") - bank).isEqualTo(owed + 5_000);
        assertThat(outcome("other-settlement", settlement)).contains("matched");
        run(LocalDate.of(2026, 3, 3));
        assertThat(account("bank:main") - bank).as("once").isEqualTo(owed + 5_000);
    }

    @Test
    void what_comes_back_is_booked_and_shown_to_a_person() {
        long bank = account("bank:main");
        long clearing = account("clearing:fake");
        Payment payment = paid(3_000);
        String settlement = "po-" + UUID.randomUUID();
        String dispute = "dp-" + UUID.randomUUID();
        provider.bill.add(provider.line(Kind.SETTLEMENT, null, settlement, 2_000));
        provider.bill.add(provider.line(Kind.SETTLEMENT_BACK, null, settlement, 2_000));
        provider.bill.add(provider.line(Kind.CHARGEBACK, payment.order(), dispute, 3_000));
        provider.bill.add(provider.line(Kind.CHARGEBACK_BACK, payment.order(), dispute, 3_000));
        provider.bill.add(provider.line(Kind.REFUND_BACK, "0000000000000000000000007", "re-" + dispute, 10));
        run();
        run();
        assertThat(account("bank:main")).isEqualTo(bank);
        assertThat(account("clearing:fake") - clearing).isEqualTo(3_000);
        assertThat(discrepancies("settlement-returned", settlement)).isEqualTo(1);
        assertThat(discrepancies("dispute", dispute)).isEqualTo(1);
        assertThat(discrepancies("dispute-returned", dispute)).isEqualTo(1);
        assertThat(discrepancies("unclear-line", "re-" + dispute)).isEqualTo(1);
    }

    @Test
    void a_bill_that_could_not_be_read_for_weeks_is_not_forgotten() {
        Bills bills = WORLD.bean(Bills.class);
        paid(100);
        long moved =
                WORLD.number("with moved as (update donations.provider_order set created_at = created_at - interval"
                        + " '30 days' where id = (select min(id::text)::uuid from donations.provider_order where provider = 'fake')"
                        + " returning 1) select count(*) from moved");
        assertThat(moved).isEqualTo(1);
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        assertThat(bills.unread("fake", today).collectList().block(World.PATIENCE))
                .contains(today.minusDays(30), today)
                .doesNotContain(today.minusDays(31));
        assertThat(bills.unread("nobody", today).count().block(World.PATIENCE)).isEqualTo(7);
    }

    @Test
    void the_admin_fund_bears_the_fees_as_soon_as_it_can() {
        Payment payment = paid(1_000);
        provider.bill.add(provider.line(Kind.PAYMENT, payment.order(), payment.number(), 1_000));
        provider.bill.add(provider.line(Kind.FEE, payment.order(), "fee-" + payment.number(), 6));
        run();
        assertThat(WORLD.bean(BillOverview.class)
                        .feesOwed()
                        .block(World.PATIENCE)
                        .fen())
                .isPositive();
        long owed = account("cost:payment-fees");
        done(WORLD.bean(org.yici.donations.campaign.OpenCampaign.class).fileAndOpen(World.kindness("admin")));
        var admin = done(WORLD.bean(Giving.class).create(World.gift("admin", owed), key(), new byte[] {1}));
        assertThat(WORLD.booked(admin)).isPositive();
        run();
        assertThat(account("cost:payment-fees")).isZero();
        assertThat(account("fund:admin")).isZero();
        assertThat(WORLD.bean(BillOverview.class).feesOwed().block(World.PATIENCE))
                .isEqualTo(Money.ZERO);
        provider.bill.add(provider.line(Kind.FEE_BACK, payment.order(), "back-" + payment.number(), 4));
        run(LocalDate.of(2026, 5, 2));
        run(LocalDate.of(2026, 5, 3));
        assertThat(account("cost:payment-fees")).isZero();
        assertThat(account("fund:admin"))
                .as("what was given back is its own again")
                .isEqualTo(4);
    }

    @Test
    void a_dispute_of_what_is_not_in_the_books_yet_is_booked_when_it_is() {
        CreatedDonation gift = gift(1_100);
        String order = open(gift);
        String dispute = "dp-early-" + UUID.randomUUID();
        provider.bill.add(provider.line(Kind.CHARGEBACK, order, dispute, 1_100));
        run(LocalDate.of(2026, 6, 1));
        assertThat(discrepancies("dispute", dispute)).isEqualTo(1);
        assertThat(matched(dispute)).isZero();
        WORLD.bean(KeepPayment.class).keep("fake", provider.pay(order, 1_100)).block(World.PATIENCE);
        provider.bill.clear();
        run(LocalDate.of(2026, 6, 2));
        assertThat(matched(dispute)).isEqualTo(1);
        assertThat(WORLD.number("select count(*) from donations.chargeback where dispute = '" + dispute + "'"))
                .isEqualTo(1);
        run(LocalDate.of(2026, 6, 3));
        assertThat(WORLD.status(gift)).isEqualTo("REFUNDED");
    }

    private static long matched(String theirs) {
        return WORLD.number("select count(*) from donations.bill_line where matched and theirs = '" + theirs + "'");
    }

    private void run() {
        run(DAY);
    }

    private void run(LocalDate day) {
        done(WORLD.bean(ReconcileDay.class).run(provider, day));
    }

    private Payment paidOn(String moment, long fen) {
        Payment payment = paid(fen);
        assertThat(WORLD.number("with moved as (update donations.provider_order set paid_at = '" + moment
                        + "' where payment = '" + payment.number() + "' returning 1) select count(*) from moved"))
                .isEqualTo(1);
        return payment;
    }

    private Payment paid(long fen) {
        CreatedDonation gift = gift(fen);
        Payment payment = provider.pay(open(gift), fen);
        WORLD.bean(KeepPayment.class).keep("fake", payment).block(World.PATIENCE);
        assertThat(WORLD.journalsOf(gift)).isEqualTo(1);
        return payment;
    }

    private static CreatedDonation gift(long fen) {
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

    private static String open(CreatedDonation gift) {
        WORLD.web()
                .get()
                .uri("/pay/fake/" + gift.id() + "?token=" + gift.token().value())
                .header("User-Agent", "iPhone")
                .exchange()
                .expectStatus()
                .isOk();
        return WORLD.text("select id::text from donations.provider_order where donation = '" + gift.id() + "'")
                .map(id -> OrderNumber.of(UUID.fromString(id)).value())
                .orElseThrow();
    }

    /** As the public reads it: positive for what we have or are owed, and for what a fund holds. */
    private static long account(String code) {
        return WORLD.number(
                "select coalesce(sum(side * balance), 0)::bigint from ledger.accounts where code = '" + code + "'");
    }

    private static long open() {
        return WORLD.number("select count(*) from donations.discrepancy");
    }

    private static Optional<String> outcome(String kind, String subject) {
        return WORLD.text("select outcome from donations.discrepancy where kind = '" + kind + "' and subject = '"
                + subject + "' and settled_by is null");
    }

    private static long discrepancies(String kind, String subject) {
        return WORLD.number("select count(*) from donations.discrepancy where kind = '" + kind + "' and subject = '"
                + subject + "'");
    }
}
