package org.yici.donations.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.yici.donations.payment.alipay.AlipayWorld.done;
import static org.yici.donations.payment.alipay.AlipayWorld.refused;
import static org.yici.donations.payment.alipay.AlipayWorld.said;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.order.Bill;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.BillLine.Kind;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderOutage;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.simulator.Fault;

/** A day by Alipay's own account. */
class BillTest {

    private static final AlipayWorld world = new AlipayWorld();

    private final PaymentProvider provider = world.provider();
    private final LocalDate day = anotherDay();

    @AfterAll
    static void end() {
        world.close();
    }

    /** At ten in the morning. */
    private static LocalDate anotherDay() {
        LocalDate day =
                LocalDate.ofInstant(world.clock.instant(), ShanghaiTime.ZONE).plusDays(3);
        world.clock.to(day.atTime(10, 0).atZone(ShanghaiTime.ZONE).toInstant());
        return day;
    }

    @Test
    void it_has_payments_refunds_fees_and_the_payout_to_the_bank() {
        Order big = world.paid(10_000);
        Order small = world.paid(84);
        RefundOrder refund = world.refund(big, 2_500);
        said(provider.refund(refund));
        world.clock.forward(Duration.ofHours(24));
        assertThat(bill().lines())
                .extracting(BillLine::kind, BillLine::ours, BillLine::fen, BillLine::currency)
                .containsExactlyInAnyOrder(
                        tuple(Kind.PAYMENT, big.number().value(), 10_000L, "CNY"),
                        tuple(Kind.PAYMENT, small.number().value(), 84L, "CNY"),
                        tuple(Kind.REFUND, refund.number().value(), 2_500L, "CNY"),
                        tuple(Kind.FEE, big.number().value(), 60L, "CNY"),
                        tuple(Kind.FEE, small.number().value(), 1L, "CNY"),
                        tuple(Kind.FEE_BACK, big.number().value(), 15L, "CNY"),
                        tuple(Kind.SETTLEMENT, null, 7_538L, "CNY"));
    }

    @Test
    void its_lines_have_numbers_of_their_own_and_times_of_that_day() {
        Order order = world.paid(10_000);
        said(provider.refund(world.refund(order, 2_500)));
        said(provider.refund(world.refund(order, 2_500)));
        world.clock.forward(Duration.ofHours(24));
        List<BillLine> lines = bill().lines();
        assertThat(lines).extracting(BillLine::theirs).doesNotHaveDuplicates().noneMatch(String::isEmpty);
        assertThat(lines).allSatisfy(line -> assertThat(LocalDate.ofInstant(line.at(), ShanghaiTime.ZONE))
                .isEqualTo(day));
    }

    @Test
    void a_payment_has_the_number_that_its_notice_had() {
        Order order = world.paid(10_000);
        String number = AlipayWorld.payment(done(provider.read(
                        world.request(world.alipay.notice(order.number().value())))))
                .number();
        world.clock.forward(Duration.ofHours(24));
        assertThat(bill().lines())
                .filteredOn(line -> line.kind() == Kind.PAYMENT)
                .extracting(BillLine::theirs)
                .containsExactly(number);
    }

    @Test
    void planted_flaws_are_read_as_they_are() {
        Order left = world.paid(100);
        Order wrong = world.paid(200);
        world.alipay.flaws().leaveOut(left.number().value());
        world.alipay.flaws().misstate(wrong.number().value(), 1);
        world.alipay.flaws().addForeign(day, 777);
        world.clock.forward(Duration.ofHours(24));
        assertThat(bill().lines())
                .filteredOn(line -> line.kind() == Kind.PAYMENT)
                .extracting(BillLine::ours, BillLine::fen)
                .containsExactlyInAnyOrder(tuple(wrong.number().value(), 201L), tuple("NOBODYMADETHISORDER", 777L));
    }

    @Test
    void before_noon_one_that_does_not_exist_may_still_come_and_afterwards_nothing_moved() {
        assertThat(refused(said(provider.bill(day)))).isEqualTo(ProviderReason.NO_BILL_YET);
        world.clock.forward(Duration.ofHours(24));
        assertThat(refused(said(provider.bill(day)))).isEqualTo(ProviderReason.NO_BILL_YET);
        world.clock.forward(Duration.ofHours(2));
        assertThat(bill().lines()).isEmpty();
    }

    @Test
    void one_that_does_not_arrive_is_an_outage() {
        said(provider.query(world.paid(100)));
        world.clock.forward(Duration.ofHours(24));
        world.alipay.faults().next("/bill/signcustomer/", Fault.SERVER_ERROR);
        assertThatExceptionOfType(ProviderOutage.class)
                .isThrownBy(() -> said(provider.bill(day)))
                .withMessageContaining("bill file");
        assertThat(bill().lines()).isNotEmpty();
    }

    private Bill bill() {
        return done(said(provider.bill(day)));
    }
}
