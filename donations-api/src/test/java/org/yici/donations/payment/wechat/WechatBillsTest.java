package org.yici.donations.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yici.donations.payment.wechat.WechatWorld.get;
import static org.yici.donations.payment.wechat.WechatWorld.number;
import static org.yici.donations.payment.wechat.WechatWorld.reasonOf;
import static org.yici.donations.payment.wechat.WechatWorld.refundOf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.order.Bill;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.BillLine.Kind;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.ProviderOutage;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.simulator.Fault;

class WechatBillsTest {

    private final WechatWorld world = WechatWorld.alone();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void a_day_has_payments_refunds_fees_and_what_went_to_the_bank() {
        Order order = world.paid(10_000);
        Order small = world.paid(10);
        RefundOrder refund = refundOf(order, 5_000);
        world.refund(refund);
        world.simulator.settle(4_000);
        String ours = number(order);
        String back = refund.number().value();
        assertThat(bill().lines())
                .extracting(line -> line.kind() + " " + line.ours() + " " + line.fen() + " " + line.currency())
                .containsExactlyInAnyOrder(
                        "PAYMENT " + ours + " 10000 CNY",
                        "PAYMENT " + number(small) + " 10 CNY",
                        "REFUND " + back + " 5000 CNY",
                        "FEE " + ours + " 60 CNY",
                        "FEE_BACK " + back + " 30 CNY",
                        "SETTLEMENT null 4000 CNY");
    }

    @Test
    void lines_carry_the_providers_numbers_and_times() {
        Order order = world.paid(10_000);
        BillLine payment = bill().lines().get(0);
        assertThat(payment.theirs())
                .isEqualTo(java.util.Objects.requireNonNull(WechatWorld.payment(world.query(order)))
                        .number());
        assertThat(payment.at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(bill().provider()).isEqualTo("wechat");
    }

    @Test
    void a_day_without_anything_is_empty() {
        assertThat(bill().lines()).isEmpty();
    }

    @Test
    void a_day_with_nothing_but_a_settlement_has_it() {
        world.simulator.settle(4_000);
        assertThat(bill().lines()).extracting(BillLine::kind).containsExactly(Kind.SETTLEMENT);
    }

    @Test
    void a_bill_that_is_not_made_yet_is_asked_for_later() {
        world.simulator.billsReady(false);
        assertThat(reasonOf(get(world.provider.bill(today)))).isEqualTo("bill-not-ready");
    }

    @Test
    void a_bill_that_is_not_what_its_hash_says_is_none() {
        world.paid(100);
        world.simulator.spoilBills(true);
        assertThatThrownBy(() -> get(world.provider.bill(today))).isInstanceOf(ProviderOutage.class);
        world.simulator.spoilBills(false);
        assertThat(bill().lines()).isNotEmpty();
    }

    @Test
    void a_download_that_breaks_off_is_made_again() {
        world.paid(100);
        world.simulator.faults().next("/v3/billdownload/file", Fault.DROP);
        assertThatThrownBy(() -> get(world.provider.bill(today))).isInstanceOf(ProviderOutage.class);
        world.simulator.faults().next("/v3/billdownload/file", Fault.SERVER_ERROR);
        assertThatThrownBy(() -> get(world.provider.bill(today))).isInstanceOf(ProviderOutage.class);
        assertThat(bill().lines()).isNotEmpty();
    }

    @Test
    void mistakes_can_be_planted_and_are_there() {
        Order missing = world.paid(100);
        Order wrong = world.paid(200);
        world.simulator.billFlaws().leaveOut(number(missing));
        world.simulator.billFlaws().misstate(number(wrong), 1);
        world.simulator.billFlaws().addForeign("NOBODYS", 77, Instant.now());
        List<String> payments = bill().lines().stream()
                .filter(line -> line.kind() == Kind.PAYMENT)
                .map(line -> line.ours() + " " + line.fen())
                .toList();
        assertThat(payments).containsExactlyInAnyOrder(number(wrong) + " 201", "NOBODYS 77");
    }

    private Bill bill() {
        return get(world.provider.bill(today)).fold(bill -> bill, WechatWorld::unexpected);
    }
}
