package org.yici.donations.payment.reconciliation.statement.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchingTest {

    /** A Friday. */
    private static final LocalDate DAY = LocalDate.of(2018, 5, 4);

    private final List<OpenCredit> credits = new ArrayList<>();
    private final List<BookedSettlement> settlements = new ArrayList<>();
    private final List<BookedTransfer> transfers = new ArrayList<>();

    @Test
    void a_provider_s_name_an_amount_and_a_day_nearby_are_a_settlement() {
        credit(1, DAY.plusDays(3), 100_00, null, "财付通支付科技有限公司 · 提现");
        settlement(11, "wechat", "1000", 100_00, DAY);
        settlement(12, "wechat", "1001", 100_01, DAY);
        assertThat(matches()).isEqualTo("1=11");
    }

    @Test
    void an_amount_and_a_day_alone_are_for_a_person_to_say() {
        credit(1, DAY, 100_00, null, "张三 · 货款");
        settlement(11, "wechat", "1000", 100_00, DAY);
        assertThat(matches()).isEqualTo("1?11");
    }

    @Test
    void what_names_another_provider_is_not_even_offered() {
        credit(1, DAY, 100_00, null, "支付宝（中国）网络技术有限公司");
        settlement(11, "wechat", "1000", 100_00, DAY);
        assertThat(matches()).isEqualTo("1?");
    }

    @Test
    void weekends_do_not_count_and_the_window_ends() {
        credit(1, LocalDate.of(2018, 5, 15), 100_00, null, "微信支付");
        settlement(11, "wechat", "1000", 100_00, DAY);
        assertThat(matches()).as("seven bank days").isEqualTo("1=11");
        credits.clear();
        credit(1, LocalDate.of(2018, 5, 16), 100_00, null, "微信支付");
        assertThat(matches()).as("eight").isEqualTo("1?");
    }

    @Test
    void the_provider_s_own_number_is_enough_whenever_it_comes() {
        credit(1, DAY.plusDays(90), 100_00, null, "结算款 po_1NxyzABC 到账");
        settlement(11, "stripe", "po_1NxyzABC", 100_00, DAY);
        settlement(12, "stripe", "po_other00", 100_00, DAY);
        assertThat(matches()).isEqualTo("1=11");
    }

    @Test
    void a_number_with_another_amount_is_no_match() {
        credit(1, DAY, 99_00, null, "STRIPE po_1NxyzABC");
        settlement(11, "stripe", "po_1NxyzABC", 100_00, DAY);
        assertThat(matches()).isEqualTo("1?");
    }

    @Test
    void where_several_fit_the_number_decides() {
        credit(1, DAY, 100_00, null, "微信支付 1000000001");
        credit(2, DAY, 100_00, null, "微信支付 1000000002");
        settlement(12, "wechat", "1000000002", 100_00, DAY);
        settlement(11, "wechat", "1000000001", 100_00, DAY);
        assertThat(matches()).isEqualTo("1=11 2=12");
    }

    @Test
    void where_several_fit_and_no_number_decides_a_person_does() {
        credit(1, DAY, 100_00, null, "微信支付");
        settlement(11, "wechat", "1000000001", 100_00, DAY);
        settlement(12, "wechat", "1000000002", 100_00, DAY);
        assertThat(matches()).isEqualTo("1?11,12");
    }

    @Test
    void two_credits_for_one_settlement_are_both_asked_about() {
        credit(1, DAY, 100_00, null, "微信支付");
        credit(2, DAY.plusDays(3), 100_00, null, "微信支付");
        settlement(11, "wechat", "1000000001", 100_00, DAY);
        assertThat(matches()).isEqualTo("1?11 2?11");
    }

    @Test
    void the_one_whose_number_is_named_leaves_the_other_sure() {
        credit(1, DAY, 100_00, null, "微信支付");
        credit(2, DAY, 100_00, null, "微信支付 1000000002");
        settlement(11, "wechat", "1000000001", 100_00, DAY);
        settlement(12, "wechat", "1000000002", 100_00, DAY);
        assertThat(matches()).isEqualTo("1=11 2=12");
    }

    @Test
    void a_transfer_at_the_counter_goes_by_the_bank_s_number_and_its_amount() {
        credit(1, DAY, 100_00, "ICBC20180504001", "李四");
        credit(2, DAY, 100_00, "ICBC20180504002", "王五");
        transfers.add(new BookedTransfer(21, "icbc20180504001", 100_00));
        transfers.add(new BookedTransfer(22, "ICBC20180504002", 100_01));
        assertThat(matches()).isEqualTo("1=21 2?");
    }

    @Test
    void a_voucher_s_number_beside_a_transfer_serves_too() {
        credit(1, DAY, 100_00, "77", "李四 · 回单 HD20180504-9");
        transfers.add(new BookedTransfer(21, "HD20180504-9", 100_00));
        assertThat(matches()).isEqualTo("1=21");
    }

    @Test
    void short_figures_in_words_are_no_numbers() {
        credit(1, DAY, 100_00, null, "第 12 期 5月");
        transfers.add(new BookedTransfer(21, "12", 100_00));
        assertThat(matches()).isEqualTo("1?");
    }

    @Test
    void what_is_written_of_a_credit_never_ends_up_in_a_log() {
        credit(1, DAY, 100_00, null, "李四");
        assertThat(credits.get(0).toString()).doesNotContain("李四");
    }

    private void credit(int line, LocalDate day, long fen, String number, String words) {
        credits.add(new OpenCredit(new LineId(7, line), day, fen, number, words));
    }

    private void settlement(long sequence, String provider, String number, long fen, LocalDate day) {
        settlements.add(new BookedSettlement(sequence, provider, number, fen, day, false));
    }

    /** Such as {@code 1=11 2?11,12}: line 1 is entry 11, line 2 may be 11 or 12. */
    private String matches() {
        Map<LineId, Match> found = Matching.of(credits, settlements, transfers);
        assertThat(found).hasSameSizeAs(credits);
        return String.join(
                " ",
                credits.stream()
                        .map(credit -> credit.line().line()
                                + found.get(credit.line())
                                        .<String>fold(
                                                settlement -> "=" + settlement.sequence(),
                                                transfer -> "=" + transfer.sequence(),
                                                choices -> "?"
                                                        + String.join(
                                                                ",",
                                                                choices.stream()
                                                                        .map(choice -> "" + choice.sequence())
                                                                        .toList())))
                        .toList());
    }
}
