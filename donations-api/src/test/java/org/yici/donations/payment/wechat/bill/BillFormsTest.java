package org.yici.donations.payment.wechat.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.BillLine.Kind;

/** The forms in which WeChat Pay's bills are seen. */
class BillFormsTest {

    private static final String SUMS = "总交易单数,订单总金额\n`1,`9.90\n";
    private static final String TRADE = "交易时间,微信订单号,商户订单号,交易状态,货币种类,应结订单金额,微信退款单号,商户退款单号,退款状态,商品名称,订单金额,申请退款金额\n";
    private static final String FLOW = "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),备注,业务凭证号\n";
    private static final String FLOW_SUMS = "资金流水总笔数,收入笔数\n`1,`0\n";

    @Test
    void a_line_is_found_by_the_names_of_its_columns() {
        assertThat(TradeBill.lines("\uFEFF" + TRADE
                        + "`2026-09-24 10:00:00,`42,`G1,`SUCCESS,`CNY,`9.00,`0,`0,`,`慈,善,`9.90,`0.00\n" + SUMS))
                .containsExactly(
                        new BillLine(Kind.PAYMENT, "G1", "42", 990, "CNY", Instant.parse("2026-09-24T02:00:00Z")));
    }

    @Test
    void old_merchants_have_no_column_for_what_was_asked_of_the_donor() {
        assertThat(TradeBill.lines("交易时间,微信订单号,商户订单号,交易状态,货币种类,应结订单金额\r\n"
                        + "`2026-09-24 10:00:00,`42,`G1,`SUCCESS,`CNY,`9.00\r\n" + SUMS))
                .extracting(BillLine::fen)
                .containsExactly(900L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHANGE", "FAIL"})
    void a_refund_that_is_stuck_is_for_a_person_to_look_at(String status) {
        assertThat(TradeBill.lines(TRADE + "`2026-09-24 10:00:00,`42,`G1,`REFUND,`CNY,`0.00,`50,`R1,`" + status
                        + ",`x,`0.00,`1.00\n" + SUMS))
                .containsExactly(
                        new BillLine(Kind.OTHER, "R1", "50", 100, "CNY", Instant.parse("2026-09-24T02:00:00Z")));
    }

    @Test
    void what_the_account_moved_for_other_reasons_is_for_a_person_to_look_at() {
        assertThat(FundFlowBill.lines(FLOW + "`2026-09-24 10:00:00,`1,`2,`企业付款,`企业付款,`支出,`1.00,`,`X1\n" + FLOW_SUMS))
                .extracting(BillLine::kind)
                .containsExactly(Kind.OTHER);
    }

    @Test
    void a_fee_that_is_given_back_by_a_line_of_its_own_is_seen() {
        assertThat(FundFlowBill.lines(FLOW + "`2026-09-24 10:00:00,`1,`2,`退款,`退还手续费,`收入,`0.06,`,`R1\n" + FLOW_SUMS))
                .extracting(BillLine::kind)
                .containsExactly(Kind.FEE_BACK);
    }

    @Test
    void a_settlement_that_the_bank_sent_back_is_for_a_person_to_look_at() {
        assertThat(FundFlowBill.lines(FLOW + "`2026-09-24 10:00:00,`1,`2,`提现,`提现退票,`收入,`5.00,`,`W1\n" + FLOW_SUMS))
                .extracting(BillLine::kind)
                .containsExactly(Kind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html></html>",
                "交易时间,交易状态\n",
                "交易时间,交易状态\n`2026-09-24 10:00:00,`SUCCESS\n",
                "交易时间,交易状态\n`2026-09-24 10:00:00\n总交易单数\n`1\n",
                "交易时间,交易状态\n`2026-09-24 10:00:00,`SUCCESS\n总交易单数\n`1\n",
                "交易时间,微信订单号,商户订单号,交易状态,货币种类,订单金额\n`yesterday,`42,`G1,`SUCCESS,`CNY,`9.00\n总交易单数\n`1\n",
                "交易时间,微信订单号,商户订单号,交易状态,货币种类,订单金额\n`2026-09-24 10:00:00,`42,`G1,`SUCCESS,`CNY,`9.001\n总交易单数\n`1\n"
            })
    void what_is_no_whole_bill_is_none(String text) {
        assertThatThrownBy(() -> TradeBill.lines(text)).isInstanceOf(UnreadableBill.class);
    }
}
