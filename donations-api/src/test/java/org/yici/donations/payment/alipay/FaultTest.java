package org.yici.donations.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yici.donations.payment.alipay.AlipayWorld.address;
import static org.yici.donations.payment.alipay.AlipayWorld.checkout;
import static org.yici.donations.payment.alipay.AlipayWorld.done;
import static org.yici.donations.payment.alipay.AlipayWorld.said;
import static org.yici.donations.payment.alipay.AlipayWorld.word;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderOutage;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.simulator.Fault;
import org.yici.donations.payment.simulator.alipay.OddAnswer;
import reactor.core.publisher.Mono;

/** Alipay as it fails: never is "unknown" taken for "failed", and the same request again has one effect. */
class FaultTest {

    private static final AlipayWorld world = new AlipayWorld();

    private final PaymentProvider provider = world.provider();

    @AfterAll
    static void end() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR, HTTP 500",
        "HANG, InterruptedIOException",
        "DROP, IOException",
        "DIE_AFTERWARDS, IOException"
    })
    void what_fails_on_the_wire_is_an_outage_and_asked_again_it_is_known(Fault fault, String code) {
        Order order = world.paid(1_000);
        world.alipay.faults().next("method=alipay.trade.query", fault);
        assertOutage(provider.query(order), "alipay: query is not known to have worked (" + code + ")");
        assertThat(word(said(provider.query(order)))).isEqualTo("paid 1000 CNY");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_JSON, IllegalArgumentException",
        "EMPTY_JSON, NullPointerException",
        "NOT_SIGNED, not signed by Alipay",
        "FORGED, not signed by Alipay",
        "TROUBLE, isp.unknow-error",
        "TROUBLE_WITHOUT_SUB_CODE, 20000"
    })
    void an_answer_that_cannot_be_believed_is_an_outage(OddAnswer odd, String code) {
        Order order = world.paid(1_000);
        world.alipay.answerNext(odd);
        assertOutage(provider.query(order), "alipay: query is not known to have worked (" + code + ")");
        assertThat(word(said(provider.query(order)))).isEqualTo("paid 1000 CNY");
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "HANG", "DROP", "DIE_AFTERWARDS"})
    void a_refund_whose_answer_is_lost_is_sent_again_and_has_one_effect(Fault fault) {
        Order order = world.paid(1_000);
        RefundOrder refund = world.refund(order, 300);
        world.alipay.faults().next("method=alipay.trade.refund", fault);
        assertOutage(provider.refund(refund), "alipay: refund is not known");
        boolean done = fault == Fault.DIE_AFTERWARDS;
        assertThat(isDone(provider, refund)).isEqualTo(done);
        said(provider.refund(refund));
        assertThat(isDone(provider, refund)).isTrue();
        assertThat(world.alipay.refundedFen(order.number().value())).isEqualTo(300);
    }

    @ParameterizedTest
    @EnumSource(OddAnswer.class)
    void a_refund_whose_answer_cannot_be_believed_has_one_effect(OddAnswer odd) {
        Order order = world.paid(1_000);
        RefundOrder refund = world.refund(order, 300);
        world.alipay.answerNext(odd);
        assertOutage(provider.refund(refund), "alipay: refund is not known");
        said(provider.refund(refund));
        assertThat(isDone(provider, refund)).isTrue();
        assertThat(world.alipay.refundedFen(order.number().value())).isEqualTo(300);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "HANG", "DROP", "DIE_AFTERWARDS"})
    void a_close_whose_answer_is_lost_is_sent_again(Fault fault) {
        Order order = world.opened(100);
        world.alipay.faults().next("method=alipay.trade.close", fault);
        assertOutage(provider.close(order), "alipay: close is not known");
        assertThat(word(said(provider.close(order)))).isEqualTo("ended");
    }

    @Test
    void a_code_whose_answer_is_lost_is_asked_for_again_and_is_the_same_order() {
        Order order = world.order(AlipayForm.PRECREATE, 100);
        world.alipay.faults().next("method=alipay.trade.precreate", Fault.DIE_AFTERWARDS);
        assertOutage(provider.open(order), "alipay: open is not known");
        assertThat(address(checkout(provider, order))).endsWith(order.number().value());
    }

    /** The SDK's own connections would send twice: a request that is dropped would meet the next fault too. */
    @Test
    void a_dropped_request_is_sent_once() {
        Order order = world.paid(1_000);
        world.alipay.faults().next("method=alipay.trade.query", Fault.DROP);
        world.alipay.faults().next("method=alipay.trade.query", Fault.SERVER_ERROR);
        assertOutage(provider.query(order), "(IOException)");
        assertOutage(provider.query(order), "(HTTP 500)");
        assertThat(word(said(provider.query(order)))).isEqualTo("paid 1000 CNY");
    }

    @Test
    void an_address_needs_no_alipay_and_no_circuit() {
        for (int i = 0; i < 6; i++) {
            world.alipay.faults().next("method=alipay.trade.query", Fault.SERVER_ERROR);
        }
        Order order = world.order(AlipayForm.WAP, 100);
        for (int i = 0; i < 5; i++) {
            assertOutage(provider.query(order), "(HTTP 500)");
        }
        assertOutage(provider.query(order), "(CallNotPermittedException)");
        assertThat(done(said(provider.open(order))).known()).isNull();
        assertOutage(world.provider().query(order), "(HTTP 500)");
    }

    private static boolean isDone(PaymentProvider provider, RefundOrder refund) {
        return said(provider.queryRefund(refund))
                .fold(done -> done.fen() == refund.amount().fen(), () -> false, () -> false, failed -> false);
    }

    /** Its message is ours: nothing in it comes from a payer, a signature or an address. */
    private static void assertOutage(Mono<?> call, String part) {
        assertThatExceptionOfType(ProviderOutage.class)
                .isThrownBy(() -> said(call))
                .withMessageContaining(part)
                .withNoCause();
    }
}
