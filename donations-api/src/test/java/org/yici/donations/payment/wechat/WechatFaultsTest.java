package org.yici.donations.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yici.donations.payment.wechat.WechatWorld.get;
import static org.yici.donations.payment.wechat.WechatWorld.number;
import static org.yici.donations.payment.wechat.WechatWorld.order;
import static org.yici.donations.payment.wechat.WechatWorld.refundOf;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.ProviderOutage;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import org.yici.donations.payment.simulator.Fault;
import org.yici.donations.payment.simulator.wechat.Spoilt;

/** Whatever goes wrong between us and WeChat Pay: it is unknown, never failed, and the same request again has one effect. */
class WechatFaultsTest {

    private final WechatWorld world = WechatWorld.alone();

    @AfterEach
    void end() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void an_order_is_opened_once_whatever_befalls_the_first_request(Fault fault) {
        Order order = order("native", 100);
        world.simulator.faults().next("/v3/pay/transactions/native", fault);
        isUnknown(() -> get(world.provider.open(order)));
        assertThat(world.simulator.orders()).isEqualTo(fault == Fault.DIE_AFTERWARDS ? 1 : 0);
        get(world.provider.open(order)).fold(opened -> opened, WechatWorld::unexpected);
        assertThat(world.simulator.orders()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void money_is_sent_back_once_whatever_befalls_the_first_request(Fault fault) {
        RefundOrder refund = refundOf(world.paid(100), 60);
        world.simulator.faults().next("/v3/refund/domestic/refunds", fault);
        isUnknown(() -> world.refund(refund));
        assertThat(get(world.provider.queryRefund(refund)))
                .isEqualTo(fault == Fault.DIE_AFTERWARDS ? new RefundState.UnderWay() : new RefundState.Unknown());
        assertThat(world.refund(refund)).isEqualTo(new RefundState.UnderWay());
        assertThat(world.simulator.refunds()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void what_became_of_an_order_is_asked_for_again(Fault fault) {
        Order order = world.paid(100);
        world.simulator.faults().next("/v3/pay/transactions/out-trade-no/", fault);
        isUnknown(() -> world.query(order));
        assertThat(world.query(order)).isInstanceOf(OrderState.Paid.class);
    }

    @Test
    void a_closing_whose_answer_is_lost_is_made_again() {
        Order order = world.opened(100);
        world.simulator.faults().next("/close", Fault.DIE_AFTERWARDS);
        isUnknown(() -> get(world.provider.close(order)));
        assertThat(get(world.provider.close(order))).isEqualTo(new OrderState.Ended());
    }

    @ParameterizedTest
    @EnumSource(
            value = Spoilt.class,
            names = {"UNSIGNED", "FORGED", "OLD", "NOT_JSON", "EMPTY"})
    void an_answer_that_cannot_be_believed_is_none(Spoilt how) {
        Order order = order("native", 100);
        world.simulator.spoilNext(how);
        isUnknown(() -> get(world.provider.open(order)));
        get(world.provider.open(order)).fold(opened -> opened, WechatWorld::unexpected);
        world.simulator.pay(number(order));
        world.simulator.spoilNext(how);
        isUnknown(() -> world.query(order));
        world.simulator.spoilNext(how);
        isUnknown(() -> world.refund(refundOf(order, 1)));
        assertThat(world.simulator.refunds()).isEqualTo(1);
    }

    @Test
    void an_answer_without_the_order_inside_wechat_is_none() {
        world.simulator.spoilNext(Spoilt.EMPTY);
        isUnknown(() -> get(world.provider.open(order("jsapi", 100))));
        world.simulator.spoilNext(Spoilt.EMPTY);
        isUnknown(() -> get(world.provider.open(order("h5", 100))));
    }

    @Test
    void even_the_empty_answer_to_a_closing_has_to_be_signed() {
        Order order = world.opened(100);
        world.simulator.spoilNext(Spoilt.UNSIGNED);
        isUnknown(() -> get(world.provider.close(order)));
    }

    @Test
    void a_proxy_that_writes_headers_in_lower_case_does_no_harm() {
        world.simulator.spoilNext(Spoilt.LOWER_CASE);
        get(world.provider.open(order("native", 100))).fold(opened -> opened, WechatWorld::unexpected);
    }

    @Test
    void nothing_is_sent_twice_by_itself_on_a_connection_that_was_used_before() {
        RefundOrder refund = refundOf(world.paid(100), 60);
        world.simulator.faults().next("/v3/refund/domestic/refunds", Fault.DROP);
        isUnknown(() -> world.refund(refund));
        assertThat(world.simulator.refunds()).isZero();
    }

    @Test
    void after_many_failures_it_is_left_alone_for_a_while() {
        Order order = world.opened(100);
        for (int i = 0; i < 6; i++) {
            world.simulator.faults().next("/out-trade-no/", Fault.SERVER_ERROR);
        }
        for (int i = 0; i < 6; i++) {
            isUnknown(() -> world.query(order));
        }
        assertThatThrownBy(() -> world.query(order)).hasMessageContaining("CallNotPermittedException");
    }

    @ParameterizedTest
    @CsvSource({"429, FREQUENCY_LIMITED", "500, SYSTEM_ERROR", "401, SIGN_ERROR", "403, NO_AUTH"})
    void an_error_that_says_nothing_of_the_order_leaves_it_unknown(int status, String code) {
        Order order = world.paid(100);
        world.simulator.refuseNext(status, code);
        isUnknown(() -> get(world.provider.open(order("native", 100))));
        world.simulator.refuseNext(status, code);
        isUnknown(() -> world.query(order));
        world.simulator.refuseNext(status, code);
        isUnknown(() -> world.refund(refundOf(order, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORDER_NOT_EXIST", "ORDERNOTEXIST"})
    void an_unknown_order_has_two_spellings(String code) {
        world.simulator.refuseNext(404, code);
        assertThat(world.query(order("native", 100))).isEqualTo(new OrderState.Unpaid());
    }

    @Test
    void another_refusal_of_a_query_says_nothing_of_the_order() {
        Order order = world.paid(100);
        world.simulator.refuseNext(400, "PARAM_ERROR");
        isUnknown(() -> world.query(order));
        world.simulator.refuseNext(400, "PARAM_ERROR");
        isUnknown(() -> get(world.provider.queryRefund(refundOf(order, 1))));
    }

    @Test
    void a_closing_that_is_refused_is_not_believed() {
        Order order = world.opened(100);
        world.simulator.refuseNext(403, "TRADE_ERROR");
        assertThat(get(world.provider.close(order))).isEqualTo(new OrderState.Unpaid());
    }

    @Test
    void a_refund_that_cannot_reach_the_donor_is_refused_with_the_providers_word() {
        Order order = world.paid(100);
        world.simulator.refuseNext(403, "USER_ACCOUNT_ABNORMAL");
        assertThat(world.refund(refundOf(order, 1))).isEqualTo(new RefundState.Failed("USER_ACCOUNT_ABNORMAL"));
    }

    @Test
    void refusals_are_no_failures() {
        Order nobodys = order("native", 100);
        for (int i = 0; i < 12; i++) {
            assertThat(world.query(nobodys)).isEqualTo(new OrderState.Unpaid());
        }
    }

    @Test
    void when_nobody_is_there_it_is_unknown() {
        world.simulator.close();
        isUnknown(() -> world.query(order("native", 100)));
    }

    /** And what it says holds nothing of the request: no signature, no openid, no address. */
    private static void isUnknown(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(ProviderOutage.class)
                .message()
                .matches("wechat: [a-z ]+ is not known to have worked \\([A-Za-z_0-9]+\\)");
    }
}
