package org.yici.donations.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.BillLine.Kind;

/** Bills as Alipay's samples have them, and such as are not to be believed. */
class BillTextTest {

    private static final String HEADER = "业务描述,账务流水号,商户订单号,发生时间,收入金额（+元）,支出金额（-元）,业务类型";
    private static final String TOTALS = "#支出合计：1笔，共-0.06元\n#收入合计：1笔，共10.00元";
    private static final String ROWS =
            "x,11\t,G1\t,2026-09-24 10:00:05,10.00,0.00,在线支付\t\n" + "x,12\t,G1\t,2026-09-24 10:00:05,0.00,-0.06,收费\t";

    @Test
    void columns_are_found_by_name_in_any_order() throws UnbelievableBill {
        List<BillLine> lines = AccountBill.lines(bill(HEADER, ROWS, TOTALS));
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(Kind.FEE);
            assertThat(line.ours()).isEqualTo("G1");
            assertThat(line.theirs()).isEqualTo("12");
            assertThat(line.fen()).isEqualTo(6);
            assertThat(line.at()).isEqualTo("2026-09-24T02:00:05Z");
        });
    }

    @Test
    void what_is_of_a_kind_that_nobody_expected_is_for_a_person_to_look_at() throws UnbelievableBill {
        String odd = "x,13\t,\t,2026-09-24 10:00:05,10.00,0.00,转账\t";
        assertThat(AccountBill.lines(bill(HEADER, odd, "#支出合计：0笔，共0.00元\n#收入合计：1笔，共10.00元")))
                .singleElement()
                .satisfies(line -> assertThat(line.kind()).isEqualTo(Kind.OTHER));
    }

    @Test
    void one_that_is_cut_off_is_not_believed() {
        assertUnbelievable("cut off before its totals", bill(HEADER, ROWS, ""));
    }

    @Test
    void one_that_does_not_come_to_its_totals_is_not_believed() {
        assertUnbelievable("lines and totals differ", bill(HEADER, ROWS, TOTALS.replace("10.00", "10.01")));
        assertUnbelievable("lines and totals differ", bill(HEADER, ROWS, TOTALS.replace("1笔", "2笔")));
    }

    @Test
    void one_without_a_column_is_not_believed() {
        assertUnbelievable("no column 业务类型", bill(HEADER.replace("业务类型", "别的"), ROWS, TOTALS));
    }

    @Test
    void one_with_a_broken_line_is_not_believed() {
        assertUnbelievable("a line of another length", bill(HEADER, ROWS + ",more", TOTALS));
        assertUnbelievable("an amount that is none", bill(HEADER, ROWS.replace("10.00", "ten"), TOTALS));
        assertUnbelievable("a time that is none", bill(HEADER, ROWS.replace("2026-09", "2026-99"), TOTALS));
    }

    private static void assertUnbelievable(String why, Stream<String> text) {
        assertThatExceptionOfType(UnbelievableBill.class)
                .isThrownBy(() -> AccountBill.lines(text))
                .withMessage(why);
    }

    private static Stream<String> bill(String header, String rows, String totals) {
        return Stream.of("#支付宝账务明细查询", header, rows, totals).flatMap(String::lines);
    }
}
