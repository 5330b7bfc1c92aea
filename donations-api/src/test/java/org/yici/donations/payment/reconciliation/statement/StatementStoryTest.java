package org.yici.donations.payment.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.refusal;
import static org.yici.donations.payment.reconciliation.statement.BankOffice.WORLD;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.Settling;
import org.yici.donations.payment.counter.SheetOf;
import org.yici.donations.payment.counter.SheetOf.Format;
import org.yici.donations.payment.reconciliation.statement.Treasurer.Answer;
import org.yici.ledger.Money;

/** The bank's statement against our books, through the pages. */
class StatementStoryTest {

    private static final String DISCREPANCIES = "/staff/payments/discrepancies";

    private final BankOffice office = new BankOffice();
    private final LocalDate today = office.today;
    private final Treasurer cashier = new Treasurer(WORLD, "cashier");

    @Test
    void a_camt_053_is_looked_at_first_and_filed_by_a_confirmation() {
        long settled = office.fen();
        long given = office.fen();
        long unknown = office.fen();
        String reference = office.number();
        long settlement = office.settled(settled, office.number());
        long gift = office.transferred(given, reference);
        byte[] file = new CamtOf(today, today, 5_000)
                .in(today, settled, office.number(), "沙盒收银台", "结算")
                .in(today, given, reference, "李四", "捐款")
                .in(today, unknown, office.number(), "王老五", "不知道是什么")
                .out(today, 2_000, office.number(), "某困难户")
                .cameBack(today, 1_000, office.number())
                .bytes();

        StatementId id = cashier.bring(file, "今天.xml").statement();
        String looked = cashier.page(id);
        assertThat(looked)
                .contains("还没有归档", "有 1 笔进账要人看一看", "共 5 行：对上 2，要看 1", "不在这里核对 2", CamtOf.ACCOUNT)
                .contains("对上了：沙盒的结算", "对上了：柜台登记的转账捐款", "账上没有对应的结算或捐款")
                .contains("支出，不在这里核对", "退回来的拨付，不在这里核对", "王老五 · 不知道是什么")
                .doesNotContain("某困难户");
        assertThat(cashier.page(Treasurer.HOME + "/" + id))
                .as("what waits comes first")
                .contains("王老五")
                .doesNotContain("李四");
        assertThat(office.fates(id)).as("a look files nothing").containsOnly("-");

        assertThat(cashier.step(id, "filing").status()).isEqualTo(303);
        assertThat(office.fates(id)).containsExactly("SETTLEMENT", "GIFT", "OPEN", "NOT_OURS", "NOT_OURS");
        assertThat(WORLD.number("select settlement from donations.bank_line where line = 1 and statement = " + id))
                .isEqualTo(settlement);
        assertThat(WORLD.number("select gift from donations.bank_line where line = 2 and statement = " + id))
                .isEqualTo(gift);
        assertThat(office.open("unknown-credit", id + "/3")).isEqualTo(1);
        assertThat(WORLD.number("select count(words) from donations.bank_line where statement = " + id))
                .as("only what waits for a person keeps words of people")
                .isEqualTo(1);
        assertThat(cashier.page(id)).contains("已归档", "王老五", "/gifts/" + gift).doesNotContain("李四");
        assertThat(cashier.page(Treasurer.HOME)).contains("第 " + id + " 份", "1 笔要看", "今天.xml");
        assertThat(cashier.page(DISCREPANCIES)).contains("银行对账单第 " + id + " 份");
        assertThat(cashier.page("/staff/payments")).contains("银行对账单");
    }

    @Test
    void the_pages_are_as_good_in_english() {
        long fen = office.fen();
        byte[] file = new CamtOf(today, today, 0)
                .in(today, fen, office.number(), "Somebody", "")
                .bytes();
        StatementId id = cashier.bring(file, "today.xml").statement();
        String look = cashier.page(Treasurer.HOME + "/" + id + "?show=all&lang=en");
        assertThat(look).contains("Not filed yet", "1 to look at", "No settlement or gift in the books");
        assertThat(look).doesNotContain("??", "statement.", "对");
        assertThat(cashier.page(Treasurer.HOME + "?lang=en"))
                .contains("The bank’s file")
                .doesNotContain("statements.");
    }

    @Test
    void a_dirty_spreadsheet_is_matched_as_well() {
        for (Format format : Format.values()) {
            long settled = office.fen();
            long given = office.fen();
            String reference = office.number();
            office.settled(settled, office.number());
            office.transferred(given, reference);
            byte[] sheet = new SheetOf()
                    .row("某银行账户明细查询")
                    .row("账号：2200100000004711", "币种：人民币")
                    .row("交易日期", "摘要", "借方发生额", "贷方发生额", "余额", "对方户名", "对方账号", "交易流水号")
                    .row(today.toString(), "转账", "", yuan(settled), yuan(settled), "沙盒支付有限公司", "1", office.number())
                    .row(today.toString(), "捐款", "0.00", yuan(given), yuan(settled + given), "李四", "2", reference)
                    .row("合计", "", "", yuan(settled + given), "", "", "", "2 笔")
                    .as(format);
            StatementId id = cashier.files(sheet, "明细." + format);
            assertThat(office.fates(id)).as(format.name()).containsExactly("SETTLEMENT", "GIFT");
            assertThat(cashier.page(id)).contains("进来的钱都有着落");
        }
    }

    @Test
    void the_same_statement_again_changes_nothing() {
        long fen = office.fen();
        String number = office.number();
        office.settled(fen, office.number());
        CamtOf statement = new CamtOf(today, today, 0).in(today, fen, number, "沙盒", "");
        byte[] file = statement.bytes();
        StatementId id = cashier.files(file, "a.xml");
        String before = office.everything();

        Answer again = cashier.bring(file, "b.xml");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("第 " + id + " 份对账单", "/staff/payments/statements/" + id);
        assertThat(cashier.step(id, "filing").status()).as("filed is filed").isEqualTo(303);
        assertThat(office.everything()).isEqualTo(before);

        byte[] sameLines = (new String(file, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
        StatementId downloadedAgain = cashier.bring(sameLines, "c.xml").statement();
        assertThat(cashier.page(downloadedAgain)).contains("每一行都归档过了", "已在第 " + id + " 份对账单里");
        assertThat(cashier.step(downloadedAgain, "filing").status()).isEqualTo(409);
        assertThat(cashier.step(downloadedAgain, "removal").status()).isEqualTo(303);
        assertThat(office.everything()).isEqualTo(before);
    }

    @Test
    void statements_of_the_same_days_file_each_line_once() {
        long first = office.fen();
        long second = office.fen();
        String one = office.number();
        StatementId day = cashier.files(
                new CamtOf(today, today, 0).in(today, first, one, "甲", "").bytes(), "日.xml");
        StatementId month = cashier.files(
                new CamtOf(today.minusDays(20), today, 0)
                        .in(today, first, one, "甲", "")
                        .in(today, second, office.number(), "乙", "")
                        .bytes(),
                "月.xml");
        assertThat(office.fates(month)).containsExactly("REPEATED", "OPEN");
        assertThat(cashier.page(month)).contains("已在第 " + day + " 份对账单里");
        assertThat(office.open("unknown-credit", month + "/1")).isZero();
    }

    @Test
    void two_alike_transfers_of_one_day_are_two_lines() {
        long fen = office.fen();
        byte[] sheet = new SheetOf()
                .row("日期", "收入", "支出", "对方户名")
                .row(today.toString(), yuan(fen), "", "张三")
                .row(today.toString(), yuan(fen), "", "张三")
                .as(Format.CSV);
        assertThat(office.fates(cashier.files(sheet, "a.csv"))).containsExactly("OPEN", "OPEN");
    }

    @Test
    void what_is_booked_later_matches_later_and_settles_what_was_open() {
        long fen = office.fen();
        long given = office.fen();
        String reference = office.number();
        StatementId id = cashier.files(
                new CamtOf(today, today, 0)
                        .in(today, fen, office.number(), "沙盒", "结算")
                        .in(today, given, reference, "李四", "捐款")
                        .bytes(),
                "a.xml");
        assertThat(office.fates(id)).containsOnly("OPEN");
        assertThat(office.open("unknown-credit", id + "/1")).isEqualTo(1);

        office.settled(fen, office.number());
        assertThat(cashier.page(id)).contains("有 1 笔现在能对上了", "再对一次");
        cashier.files(
                new CamtOf(today, today, 7)
                        .in(today, office.fen(), office.number(), "", "")
                        .bytes(),
                "next.xml");
        assertThat(office.fates(id)).as("when the next one is filed").containsExactly("SETTLEMENT", "OPEN");
        assertThat(office.open("unknown-credit", id + "/1")).isZero();
        assertThat(WORLD.text("select outcome from donations.discrepancy where subject = '" + id + "/1'"))
                .contains("matched");

        office.transferred(given, reference);
        assertThat(cashier.step(id, "matching").status()).isEqualTo(303);
        assertThat(office.fates(id)).as("or at once, when it is asked for").containsExactly("SETTLEMENT", "GIFT");
        assertThat(cashier.page(id)).contains("进来的钱都有着落").doesNotContain("再对一次");
    }

    @Test
    void a_settlement_that_the_books_refused_is_matched_once_they_take_it() {
        long fen = 900_000_000 + office.fen();
        Settling settling = WORLD.bean(Settling.class);
        assertThat(refusal(settling.settle("sandbox", Money.ofFen(fen), "refused-" + fen)))
                .isEqualTo("settlement-amount");
        StatementId id = cashier.files(
                new CamtOf(today, today, 0)
                        .in(today, fen, office.number(), "沙盒", "")
                        .bytes(),
                "a.xml");
        assertThat(office.fates(id)).containsExactly("OPEN");
        for (int i = 0; i < 10; i++) {
            office.takenIn(fen / 10 + 1);
        }
        assertThat(done(settling.settle("sandbox", Money.ofFen(fen), "refused-" + fen)))
                .isPositive();
        assertThat(cashier.step(id, "matching").status()).isEqualTo(303);
        assertThat(office.fates(id)).containsExactly("SETTLEMENT");
    }

    @Test
    void where_several_settlements_fit_a_person_says_which() {
        long fen = office.fen();
        long first = office.settled(fen, "1000000001" + fen);
        long second = office.settled(fen, "1000000002" + fen);
        StatementId id = cashier.files(
                new CamtOf(today, today, 0)
                        .in(today, fen, office.number(), "沙盒", "")
                        .in(today, fen, office.number(), "沙盒", "单号 1000000002" + fen)
                        .in(today, office.fen(), office.number(), "沙盒", "")
                        .bytes(),
                "a.xml");
        assertThat(office.fates(id))
                .as("the number decides, and leaves the other sure")
                .containsExactly("SETTLEMENT", "SETTLEMENT", "OPEN");
        assertThat(WORLD.number("select settlement from donations.bank_line where line = 1 and statement = " + id))
                .isEqualTo(first);

        long twice = office.fen();
        long one = office.settled(twice, "2000000001" + twice);
        long other = office.settled(twice, "2000000002" + twice);
        StatementId asked = cashier.files(
                new CamtOf(today, today, 0)
                        .in(today, twice, office.number(), "沙盒", "")
                        .bytes(),
                "b.xml");
        assertThat(office.fates(asked)).as("nothing is guessed").containsExactly("OPEN");
        assertThat(cashier.page(asked)).contains("有 2 笔结算可能是它，请您定", "2000000001" + twice, "2000000002" + twice);
        String choose = Treasurer.HOME + "/" + asked + "/lines/1/settlement";
        for (String odd : new String[] {"", "x", "0", "-1", "" + first, "" + second, "99999999999999999999"}) {
            assertThat(cashier.post(choose, Map.of("sequence", odd)).status())
                    .as(odd)
                    .isEqualTo(409);
        }
        assertThat(cashier.post(choose, Map.of("sequence", "" + other)).status())
                .isEqualTo(303);
        assertThat(office.fates(asked)).containsExactly("SETTLEMENT");
        assertThat(office.open("unknown-credit", asked + "/1")).isZero();
        assertThat(cashier.post(choose, Map.of("sequence", "" + one)).status())
                .as("once")
                .isEqualTo(409);
    }

    @Test
    void what_a_person_has_explained_stays_explained_and_its_words_go() {
        StatementId id = cashier.files(
                new CamtOf(today, today, 0)
                        .in(today, office.fen(), office.number(), "某银行", "结息")
                        .bytes(),
                "a.xml");
        explain(id + "/1", "银行利息");
        assertThat(cashier.page(id)).contains("已查清", "银行利息").doesNotContain("要人看一看");
        assertThat(cashier.step(id, "matching").status()).isEqualTo(303);
        assertThat(cashier.page(id)).contains("已查清").doesNotContain("结息");
        assertThat(office.open("unknown-credit", id + "/1")).isZero();
    }

    @Test
    void a_settlement_that_no_statement_of_its_days_shows_waits_for_a_person() {
        LocalDate day = today.minusDays(300);
        String missing = office.number();
        String elsewhere = office.number();
        long fen = office.fen();
        office.settled(fen, missing, day);
        office.settled(office.fen(), elsewhere, day.minusDays(100));
        byte[] first = new CamtOf(day, day.plusDays(4), 0)
                .in(day, office.fen(), office.number(), "甲", "")
                .closing(0)
                .out(day, 1, office.number(), "")
                .bytes();
        assertThat(cashier.bring(first, "wrong.xml").status())
                .as("it has to be right")
                .isEqualTo(422);
        long in = office.fen();
        cashier.files(
                new CamtOf(day, day.plusDays(4), 0)
                        .in(day, in, office.number(), "甲", "")
                        .bytes(),
                "1.xml");
        assertThat(office.open("settlement-not-at-bank", missing))
                .as("its days are not over")
                .isZero();
        cashier.files(
                new CamtOf(day.plusDays(8), day.plusDays(20), in)
                        .in(day.plusDays(9), office.fen(), office.number(), "乙", "")
                        .bytes(),
                "2.xml");
        assertThat(office.open("settlement-not-at-bank", missing))
                .as("joined by their balances")
                .isEqualTo(1);
        assertThat(office.open("settlement-not-at-bank", elsewhere))
                .as("nobody has told of its days")
                .isZero();
        assertThat(cashier.page(DISCREPANCIES)).contains("付款方说已经结算，银行的对账单里却没有", missing);

        cashier.files(
                new CamtOf(day.plusDays(40), day.plusDays(41), 9)
                        .in(day.plusDays(40), fen, office.number(), "沙盒", "迟到的 " + missing)
                        .bytes(),
                "3.xml");
        assertThat(office.open("settlement-not-at-bank", missing))
                .as("it came late")
                .isZero();
    }

    @Test
    void a_settlement_that_a_line_may_be_is_asked_about_there_and_nowhere_else() {
        LocalDate day = today.minusDays(500);
        long fen = office.fen();
        String number = office.number();
        office.settled(fen, number, day);
        StatementId id = cashier.files(
                new CamtOf(day, day.plusDays(20), 11)
                        .in(day.plusDays(1), fen, office.number(), "", "来账")
                        .bytes(),
                "a.xml");
        assertThat(cashier.page(id)).contains("有一笔结算可能是它", number);
        assertThat(office.open("settlement-not-at-bank", number)).isZero();
        explain(id + "/1", "另一笔");
        assertThat(cashier.step(id, "matching").status()).isEqualTo(303);
        assertThat(office.open("settlement-not-at-bank", number)).isEqualTo(1);
    }

    private void explain(String subject, String note) {
        long number = WORLD.number("select number from donations.discrepancy where subject = '" + subject + "'");
        assertThat(cashier.post(DISCREPANCIES + "/" + number, Map.of("settlement", "EXPLAINED", "note", note))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void only_the_cashier_files_and_who_audits_reads_without_people_s_words() {
        byte[] file = new CamtOf(today, today, 0)
                .in(today, office.fen(), office.number(), "王老五", "")
                .bytes();
        StatementId id = cashier.bring(file, "a.xml").statement();
        for (String reader : new String[] {"auditor", "admin"}) {
            Treasurer looks = new Treasurer(WORLD, reader);
            assertThat(looks.page(id)).contains("账上没有对应").doesNotContain("王老五", "/filing");
            assertThat(looks.page(Treasurer.HOME)).doesNotContain("type=\"file\"");
            assertThat(looks.step(id, "filing").status()).isEqualTo(403);
            assertThat(looks.step(id, "removal").status()).isEqualTo(403);
            assertThat(looks.step(id, "matching").status()).isEqualTo(403);
            assertThat(looks.bring(file, "b.xml").status()).isEqualTo(403);
        }
        for (String stranger : new String[] {"intake", "reviewer", "approver"}) {
            assertThat(new Treasurer(WORLD, stranger).get(Treasurer.HOME).status())
                    .isEqualTo(403);
            assertThat(new Treasurer(WORLD, stranger)
                            .get(Treasurer.HOME + "/" + id)
                            .status())
                    .isEqualTo(403);
        }
        WORLD.web().get().uri(Treasurer.HOME).exchange().expectStatus().isUnauthorized();
        assertThat(cashier.step(id, "removal").status()).isEqualTo(303);
    }

    @Test
    void who_and_what_is_sealed_and_every_act_is_in_the_trail() {
        StatementId id = cashier.files(
                new CamtOf(today, today, 0)
                        .in(today, office.fen(), office.number(), "王老五", "")
                        .bytes(),
                "a.xml");
        assertThat(WORLD.number("select count(*) from donations.bank_line where statement = " + id
                        + " and position(convert_to('王老五', 'UTF8') in words) > 0"))
                .isZero();
        assertThat(acts(id)).contains("bank-statement-brought", "bank-statement-filed");
        assertThat(cashier.step(id, "removal").status())
                .as("what is filed stays")
                .isEqualTo(409);
    }

    private static String acts(StatementId id) {
        try (var owner = WORLD.asOwner();
                var acts = owner.prepareStatement(
                        "select string_agg(act, ', ' order by act) from staff.act where subject = ? and actor = 'cashier'")) {
            acts.setString(1, id.toString());
            try (var found = acts.executeQuery()) {
                assertThat(found.next()).isTrue();
                return found.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String yuan(long fen) {
        return Money.ofFen(fen).yuan();
    }
}
