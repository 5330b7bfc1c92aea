package org.yici.donations.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yici.donations.payment.order.BillLine.Kind.CHARGEBACK;
import static org.yici.donations.payment.order.BillLine.Kind.CHARGEBACK_BACK;
import static org.yici.donations.payment.order.BillLine.Kind.FEE;
import static org.yici.donations.payment.order.BillLine.Kind.PAYMENT;
import static org.yici.donations.payment.order.BillLine.Kind.REFUND;
import static org.yici.donations.payment.order.BillLine.Kind.REFUND_BACK;
import static org.yici.donations.payment.order.BillLine.Kind.SETTLEMENT;
import static org.yici.donations.payment.order.BillLine.Kind.SETTLEMENT_BACK;
import static org.yici.donations.payment.stripe.StripeWorld.await;
import static org.yici.donations.payment.stripe.StripeWorld.done;
import static org.yici.donations.payment.stripe.StripeWorld.refund;
import static org.yici.donations.payment.stripe.StripeWorld.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.order.Bill;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;

class StripeBillTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final StripeWorld world = new StripeWorld();
    private final LocalDate day;

    /** In the morning, so that no test runs into the next day. */
    StripeBillTest() {
        LocalDate tomorrow =
                LocalDate.ofInstant(world.clock.instant(), SHANGHAI).plusDays(1);
        world.clock.turn(Duration.between(
                world.clock.instant(),
                tomorrow.atStartOfDay(SHANGHAI).plusHours(8).toInstant()));
        day = tomorrow;
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_day_has_its_payments_refunds_fees_and_what_went_to_the_bank() {
        Order order = world.paid();
        RefundOrder refund = refund(order, 300);
        assertThat(world.refund(refund)).isInstanceOf(RefundState.Done.class);
        assertThat(world.stripe.settle()).isEqualTo(694);
        assertThat(bill())
                .extracting(BillLine::kind, BillLine::ours, BillLine::fen, BillLine::currency)
                .containsExactlyInAnyOrder(
                        tuple(PAYMENT, order.number().value(), 1000L, "CNY"),
                        tuple(FEE, order.number().value(), 6L, "CNY"),
                        tuple(REFUND, refund.number().value(), 300L, "CNY"),
                        tuple(SETTLEMENT, null, 694L, "CNY"));
    }

    @Test
    void payments_and_refunds_go_by_the_numbers_that_stripe_gave_them_before() {
        Order order = world.paid();
        Order other = world.paid();
        RefundOrder refund = refund(order, 300);
        RefundState.Done sent = (RefundState.Done) world.refund(refund);
        world.stripe.dispute(other.number().value());
        assertThat(world.stripe.settle()).isNegative();
        List<BillLine> lines = bill();
        assertThat(theirs(lines, PAYMENT)).containsExactlyInAnyOrder(order.payment(), other.payment());
        assertThat(theirs(lines, REFUND)).containsExactly(sent.known());
        assertThat(theirs(lines, CHARGEBACK))
                .as("a payment may have several disputes")
                .singleElement()
                .asString()
                .startsWith("dp_");
        assertThat(lines).extracting(line -> line.kind() + line.theirs()).doesNotHaveDuplicates();
    }

    private static List<String> theirs(List<BillLine> lines, BillLine.Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(BillLine::theirs)
                .toList();
    }

    @Test
    void there_is_no_bill_before_the_day_is_over() {
        assertThat(refused(await(world.provider.bill(day)))).isEqualTo("NO_BILL_YET []");
        world.clock.turn(Duration.ofHours(16));
        assertThat(refused(await(world.provider.bill(day)))).isEqualTo("NO_BILL_YET []");
        world.clock.turn(Duration.ofMinutes(10));
        assertThat(await(world.provider.bill(day)))
                .isEqualTo(org.yici.platform.outcome.Outcome.done(new Bill("stripe", day, List.of())));
    }

    @Test
    void a_day_is_a_day_in_shanghai() {
        world.clock.turn(Duration.ofHours(15).plusMinutes(59));
        Order before = world.paid();
        world.clock.turn(Duration.ofMinutes(2));
        Order after = world.paid();
        assertThat(bill(day))
                .extracting(BillLine::ours)
                .containsOnly(before.number().value());
        assertThat(bill(day.plusDays(1)))
                .extracting(BillLine::ours)
                .containsOnly(after.number().value());
    }

    @Test
    void a_long_day_is_read_page_by_page_and_no_line_is_lost_or_doubled() {
        for (int i = 0; i < 230; i++) {
            world.stripe.addForeign(100 + i);
        }
        List<BillLine> payments =
                bill().stream().filter(line -> line.kind() == PAYMENT).toList();
        assertThat(payments).hasSize(230).extracting(BillLine::theirs).doesNotHaveDuplicates();
        assertThat(payments.stream().mapToLong(BillLine::fen).sum()).isEqualTo(230 * 100 + 229 * 230 / 2);
    }

    @Test
    void flaws_are_told_as_they_are() {
        Order missing = world.paid();
        Order wrong = world.paid();
        world.stripe.lose(missing.number().value());
        world.stripe.alter(wrong.number().value(), 1);
        world.stripe.addForeign(777);
        assertThat(bill().stream().filter(line -> line.kind() == PAYMENT))
                .extracting(BillLine::ours, BillLine::fen)
                .containsExactlyInAnyOrder(tuple(wrong.number().value(), 1001L), tuple(null, 777L));
    }

    @Test
    void money_that_the_donors_bank_took_back_names_the_order_and_its_own_fee() {
        Order order = world.paid();
        world.stripe.dispute(order.number().value());
        assertThat(bill())
                .extracting(BillLine::kind, BillLine::ours, BillLine::fen)
                .contains(
                        tuple(CHARGEBACK, order.number().value(), 1000L),
                        tuple(FEE, order.number().value(), 1500L));
    }

    @Test
    void what_comes_back_goes_by_the_number_under_which_it_had_gone() {
        Order order = world.paid();
        Order other = world.paid();
        world.stripe.dispute(order.number().value());
        world.stripe.winDispute(order.number().value());
        assertThat(other.amount().fen()).isPositive();
        world.stripe.settle();
        world.stripe.bounce();
        List<BillLine> lines = bill();
        assertThat(theirs(lines, CHARGEBACK_BACK))
                .isEqualTo(theirs(lines, CHARGEBACK))
                .hasSize(1);
        assertThat(theirs(lines, SETTLEMENT_BACK))
                .isEqualTo(theirs(lines, SETTLEMENT))
                .hasSize(1);
    }

    @Test
    void a_refund_that_failed_afterwards_has_come_back() {
        RefundOrder refund = refund(world.paid(), 300);
        assertThat(world.refund(refund)).isInstanceOf(RefundState.Done.class);
        world.stripe.settleRefund(refund.number().value(), "failed");
        assertThat(bill())
                .extracting(BillLine::kind, BillLine::fen)
                .contains(tuple(REFUND, 300L), tuple(REFUND_BACK, 300L));
    }

    @Test
    void what_stripe_keeps_in_another_currency_stays_in_it() {
        Order order = world.paid();
        world.stripe.exchange(order.number().value(), "usd");
        assertThat(bill()).extracting(BillLine::currency).containsOnly("USD");
    }

    private List<BillLine> bill() {
        return bill(day);
    }

    private List<BillLine> bill(LocalDate of) {
        StripeWorld.TurnedClock clock = world.clock;
        Duration on = Duration.between(
                clock.instant(),
                of.plusDays(1).atStartOfDay(SHANGHAI).plusHours(1).toInstant());
        clock.turn(on.isNegative() ? Duration.ZERO : on);
        return done(await(world.provider.bill(of))).lines();
    }
}
