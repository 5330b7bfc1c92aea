package org.yici.donations.payment.reconciliation.statement.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.donations.payment.counter.SheetOf;
import org.yici.donations.payment.counter.SheetOf.Format;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;

/** Statements as banks make them into sheets: dirty, and read all the same; or refused, each line with its row. */
class StatementSheetTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 6, 1);

    @TempDir
    Path folder;

    @Test
    void a_bank_s_sheet_is_read_in_any_format_with_titles_totals_and_all() throws IOException {
        for (Format format : Format.values()) {
            BankStatement read = read(dirty(), format);
            assertThat(read.lines())
                    .extracting(line -> line.row() + " " + line.bookedOn() + " " + line.moved() + " " + line.number())
                    .as(format.name())
                    .containsExactly(
                            "5 2018-05-04 ¥12,345.60 20180504000001",
                            "6 2018-05-05 ¥-300.00 20180505000001",
                            "8 2018-05-06 ¥100.00 20180506000001");
            assertThat(read.account()).isEqualTo("2200100000004711");
            assertThat(read.from()).isEqualTo("2018-05-01");
            assertThat(read.to()).isEqualTo("2018-05-31");
            assertThat(read.opening()).isEqualTo(Money.ofFen(100_000));
            assertThat(read.closing()).isEqualTo(Money.ofFen(1_314_560));
            assertThat(read.lines().get(0).words()).isEqualTo("财付通支付科技有限公司 · 转账 · 提现");
            assertThat(read.lines().get(1).words())
                    .as("who was paid is nobody's business here")
                    .isEmpty();
        }
    }

    private static SheetOf dirty() {
        return new SheetOf()
                .row("中国某某银行账户明细")
                .row("账号：2200 1000 0000 4711", "", "币种：人民币", "起始日期：20180501 截止日期：20180531")
                .row("打印时间：2018-06-01 10:02:03")
                .row("交易流水号", "记账日期", "借方发生额（元）", "贷方发生额（元）", "余 额", "对方户名", "对方账号", "摘要", "附言")
                .row("20180504000001", "2018年5月4日", "", "12,345.60", "13,345.60", "财付通支付科技有限公司", "2433", "转账", "提现")
                .row("20180505000001", "20180505", "300.00", "0.00", "13,045.60", "某户", "6217000000000000", "代发", "")
                .row("交易流水号", "记账日期", "借方发生额（元）", "贷方发生额（元）", "余 额", "对方户名", "对方账号", "摘要", "附言")
                .row("20180506000001", "2018/5/6 09:08:07", "-", 100.0, "１３１４５.６０", "李四", "", "捐款", "")
                .row("合计", "", "300.00", "12,445.60", "", "", "", "2笔", "")
                .row("制表：王芳", "", "", "", "", "", "", "", "");
    }

    @Test
    void the_newest_line_may_come_first() throws IOException {
        BankStatement read = read(new SheetOf()
                .row("日期", "收入", "支出", "余额")
                .row("2018-05-06", "", "5.00", "110.00")
                .row("2018-05-05", "15.00", "", "115.00")
                .row("2018-05-04", "100.00", "", "100.00"));
        assertThat(read.opening()).isEqualTo(Money.ZERO);
        assertThat(read.closing()).isEqualTo(Money.ofFen(11_000));
        assertThat(read.from()).isEqualTo("2018-05-04");
        assertThat(read.to()).isEqualTo("2018-05-06");
    }

    @Test
    void one_column_with_a_sign_or_a_word_beside_it_is_read_too() throws IOException {
        assertThat(read(new SheetOf()
                                .row("交易时间", "借贷标志", "交易金额")
                                .row("2018-05-04", "贷", "5.00")
                                .row("2018-05-04", "借", "3.00"))
                        .lines())
                .extracting(BankLine::moved)
                .containsExactly(Money.ofFen(500), Money.ofFen(-300));
        assertThat(read(new SheetOf()
                                .row("Date", "Amount", "Balance")
                                .row("2018-05-04", "5.00", "5.00")
                                .row("2018-05-04", "(3.00)", "2.00"))
                        .lines())
                .extracting(BankLine::moved)
                .containsExactly(Money.ofFen(500), Money.ofFen(-300));
    }

    @Test
    void what_the_bank_books_back_is_known_as_such() throws IOException {
        List<BankLine> lines = read(new SheetOf()
                        .row("日期", "收入", "支出", "摘要")
                        .row("2018-05-04", "300.00", "", "退汇")
                        .row("2018-05-04", "", "-300.00", "代发")
                        .row("2018-05-04", "300.00", "", "捐款"))
                .lines();
        assertThat(lines).extracting(BankLine::moved).containsOnly(Money.ofFen(30_000));
        assertThat(lines).extracting(BankLine::returned).containsExactly(true, true, false);
    }

    @Test
    void balances_by_themselves_are_held_against_the_lines() throws IOException {
        BankStatement read = read(new SheetOf()
                .row("日期", "摘要", "收入", "支出", "余额")
                .row("2018-05-04", "承前余额", "", "", "50.00")
                .row("2018-05-04", "捐款", "5.00", "", "")
                .row("2018-05-05", "捐款", "6.00", "", "61.00")
                .row("", "期末余额", "", "", "61.00"));
        assertThat(read.lines()).hasSize(2);
        assertThat(read.opening()).isEqualTo(Money.ofFen(5_000));
        assertThat(flaws(new SheetOf()
                        .row("日期", "摘要", "收入", "支出", "余额")
                        .row("2018-05-04", "承前余额", "", "", "50.00")
                        .row("2018-05-04", "捐款", "5.00", "", "")
                        .row("2018-05-05", "捐款", "6.00", "", "62.00")))
                .containsExactly("BALANCE [4, ¥61.00, ¥62.00]");
    }

    @Test
    void a_balance_that_breaks_is_shown_where_it_breaks() {
        assertThat(flaws(new SheetOf()
                        .row("日期", "收入", "支出", "余额")
                        .row("2018-05-04", "100.00", "", "100.00")
                        .row("2018-05-05", "15.00", "", "116.00")
                        .row("2018-05-06", "", "5.00", "111.00")))
                .containsExactly("BALANCE [3, ¥115.00, ¥116.00]");
        assertThat(flaws(new SheetOf()
                        .row("日期", "收入", "支出", "余额")
                        .row("2018-05-06", "", "5.00", "111.00")
                        .row("2018-05-05", "15.00", "", "117.00")
                        .row("2018-05-04", "100.00", "", "100.00")))
                .as("newest first")
                .containsExactly("BALANCE [3, ¥115.00, ¥117.00]");
    }

    @Test
    void every_bad_line_is_explained_by_its_row() {
        assertThat(flaws(new SheetOf()
                        .row("日期", "收入", "支出", "余额", "流水号", "币种")
                        .row("昨天", "1.00", "", "", "", "")
                        .row("2018-06-02", "1.00", "", "", "", "")
                        .row("2018-05-04", "270.767", "", "", "", "")
                        .row("2018-05-04", "1.00", "2.00", "", "", "")
                        .row("2018-05-04", "0.00", "", "", "", "")
                        .row("2018-05-04", "", "", "", "", "")
                        .row("2018-05-04", "1.00", "", "很多", "", "")
                        .row("2018-05-04", "1.00", "", "", "", "美元")
                        .row("2018-05-04", "1.00", "", "", "1".repeat(65), "")
                        .row("2018-05-04", "9,999,999,999,999.99", "", "", "", "人民币")))
                .containsExactly(
                        "DATE [2]",
                        "DATE_AHEAD [3]",
                        "AMOUNT [4]",
                        "TWO_AMOUNTS [5]",
                        "NO_AMOUNT [6]",
                        "NO_AMOUNT [7]",
                        "BALANCE_UNREADABLE [8]",
                        "OTHER_CURRENCY [9]",
                        "NUMBER [10]",
                        "AMOUNT [11]");
    }

    @Test
    void a_number_that_a_spreadsheet_has_rounded_is_not_believed() {
        assertThat(flaws(
                        new SheetOf().row("日期", "收入", "流水号").row("2018-05-04", "1.00", 20180504000000012d),
                        Format.XLSX))
                .containsExactly("NUMBER_DIGITS [2]");
    }

    @Test
    void a_total_that_is_not_the_lines_is_refused() {
        assertThat(flaws(new SheetOf()
                        .row("日期", "收入", "支出")
                        .row("2018-05-04", "1.00", "")
                        .row("2018-05-04", "", "2.00")
                        .row("合计", "1.00", "3.00")))
                .containsExactly("TOTAL [4, ¥3.00, ¥2.00]");
    }

    @Test
    void only_so_many_flaws_are_listed() {
        SheetOf sheet = new SheetOf().row("日期", "收入", "支出");
        for (int i = 0; i < 60; i++) {
            sheet.row("2018-05-04", "x", "");
        }
        assertThat(flaws(sheet)).hasSize(51).last().isEqualTo("input.statement.more [10]");
    }

    @Test
    void a_sheet_that_is_no_statement_says_so() {
        assertThat(flaws(new SheetOf().row("日期", "姓名").row("2018-05-04", "甲")))
                .containsExactly("input.statement.no-heading []");
        assertThat(flaws(new SheetOf().row("日期", "收入", "支出").row("合计", "0.00", "0.00")))
                .containsExactly("input.statement.no-lines []");
        assertThat(flaws(new SheetOf().row("币种：美元").row("日期", "收入", "支出").row("2018-05-04", "1.00", "")))
                .containsExactly("input.statement.currency []");
    }

    @Test
    void a_period_in_the_title_counts_only_where_the_lines_lie_in_it() throws IOException {
        BankStatement read = read(new SheetOf()
                .row("查询日期：2018-05-10 至 2018-05-31")
                .row("日期", "收入", "支出")
                .row("2018-05-04", "1.00", ""));
        assertThat(read.from()).isEqualTo("2018-05-04");
        assertThat(read.to()).isEqualTo("2018-05-04");
    }

    private BankStatement read(SheetOf sheet) throws IOException {
        return read(sheet, Format.XLSX);
    }

    private BankStatement read(SheetOf sheet, Format format) throws IOException {
        Path file = Files.write(folder.resolve("statement"), sheet.as(format));
        return StatementFile.read(file, TODAY);
    }

    private List<String> flaws(SheetOf sheet) {
        return flaws(sheet, Format.CSV);
    }

    private List<String> flaws(SheetOf sheet, Format format) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> read(sheet, format));
        assertThat(refused).as("is read").isNotNull();
        return refused.errors().stream().map(StatementSheetTest::shown).toList();
    }

    private static String shown(FieldError error) {
        return error.messageKey().replaceFirst("^statement\\.flaw\\.", "") + " " + error.arguments();
    }
}
