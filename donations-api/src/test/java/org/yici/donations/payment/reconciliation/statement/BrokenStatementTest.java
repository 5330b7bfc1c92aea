package org.yici.donations.payment.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.reconciliation.statement.BankOffice.WORLD;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.counter.SheetOf;
import org.yici.donations.payment.counter.SheetOf.Format;
import org.yici.donations.payment.reconciliation.statement.Treasurer.Answer;
import org.yici.platform.staff.DemoStaff;

/** Whatever is sent as a statement, the answer says why not, and nothing of it stays. */
class BrokenStatementTest {

    private final BankOffice office = new BankOffice();
    private final LocalDate today = office.today;
    private final Treasurer cashier = new Treasurer(WORLD, "cashier");

    @Test
    void a_statement_that_is_broken_is_explained_and_changes_nothing() {
        Map<String, byte[]> broken = new LinkedHashMap<>();
        broken.put("读不出这个 XML 文件", text("""
                <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
                <Document>&b;</Document>"""));
        broken.put("读不出这个", text("""
                <?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>"""));
        broken.put("不是账户对账单（camt.053）", text("<?xml version=\"1.0\"?><Workbook/>"));
        broken.put(
                "余额对不上：期初 ¥1.00，发生额合计 ¥0.05，期末却是 ¥1.04",
                new CamtOf(today, today, 100)
                        .in(today, 5, "B", "", "")
                        .closing(104)
                        .bytes());
        broken.put("一笔也没有", new CamtOf(today, today, 100).bytes());
        broken.put(
                "不是人民币账户",
                new CamtOf(today, today, 100)
                        .currency("USD")
                        .in(today, 5, "B", "", "")
                        .bytes());
        broken.put(
                "第 2 行：看不懂日期",
                new SheetOf().row("日期", "收入", "支出").row("昨天", "1.00", "").as(Format.XLS));
        broken.put(
                "第 3 行：余额应当是 ¥3.00，写的却是 ¥4.00",
                new SheetOf()
                        .row("日期", "收入", "支出", "余额")
                        .row(today.toString(), "1.00", "", "1.00")
                        .row(today.toString(), "2.00", "", "4.00")
                        .as(Format.XLSX));
        broken.put("找不到表头", new SheetOf().row("姓名", "电话").row("甲", "1").as(Format.GB18030));
        broken.put("空的", new byte[0]);
        broken.put("读不出这个文件", "PK\3\4".getBytes(StandardCharsets.ISO_8859_1));
        broken.put("另存成 .xls 的网页", text("<html><table><tr><td>日期</td></tr></table></html>"));
        String before = office.everything();
        broken.forEach((sentence, file) -> {
            Answer answer = cashier.bring(file, "../../etc/passwd");
            assertThat(answer.status()).as(sentence).isEqualTo(422);
            assertThat(answer.text()).contains(sentence);
        });
        assertThat(office.everything()).isEqualTo(before);
    }

    @Test
    void a_cell_s_content_is_never_repeated_beside_its_flaw() {
        byte[] shifted = new SheetOf()
                .row("日期", "收入", "支出", "余额")
                .row("王老五", "6217000000000000001", "", "某某小区")
                .as(Format.CSV);
        Answer answer = cashier.bring(shifted, "a.csv");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).doesNotContain("王老五", "6217000000000000001", "某某小区");
    }

    @Test
    void odd_addresses_are_unknown_and_odd_parameters_are_passed_over() {
        for (String path : List.of("/0", "/x", "/99999999999999999999", "/1x", "/999999999", "/-1", "/%27")) {
            assertThat(cashier.get(Treasurer.HOME + path).status()).as(path).isEqualTo(404);
        }
        for (String step : List.of("filing", "removal")) {
            assertThat(cashier.post(Treasurer.HOME + "/999999999/" + step, Map.of())
                            .status())
                    .as(step)
                    .isEqualTo(404);
            assertThat(cashier.post(Treasurer.HOME + "/x/" + step, Map.of()).status())
                    .as(step)
                    .isEqualTo(404);
        }
        for (String query : List.of("?after=x", "?after=-1", "?after=0", "?after=%27")) {
            assertThat(cashier.page(Treasurer.HOME + query)).contains("银行对账单");
        }
        StatementId id = cashier.bring(
                        new CamtOf(today, today, 0)
                                .in(today, office.fen(), office.number(), "", "")
                                .bytes(),
                        "a.xml")
                .statement();
        for (String query : List.of("?show=%27&after=x", "?after=99999999999", "?show=open&after=-1")) {
            assertThat(cashier.page(Treasurer.HOME + "/" + id + query)).contains("第 " + id + " 份");
        }
        for (String line : List.of("0", "x", "2", "99999999999")) {
            assertThat(cashier.post(
                                    Treasurer.HOME + "/" + id + "/lines/" + line + "/settlement",
                                    Map.of("sequence", "1"))
                            .status())
                    .as(line)
                    .isEqualTo(409);
        }
        assertThat(cashier.step(id, "removal").status()).isEqualTo(303);
        assertThat(cashier.post(Treasurer.HOME, Map.of()).status())
                .as("no file")
                .isEqualTo(415);
    }

    @Test
    void what_is_written_as_markup_is_shown_as_text() {
        StatementId id = cashier.bring(
                        new CamtOf(today, today, 0)
                                .in(today, office.fen(), office.number(), "<script>alert(1)</script>", "")
                                .bytes(),
                        "<b>a.xml")
                .statement();
        assertThat(cashier.page(id)).doesNotContain("<script>alert", "<b>a").contains("&lt;script&gt;alert(1)");
        assertThat(cashier.step(id, "removal").status()).isEqualTo(303);
    }

    @Test
    void without_the_session_s_token_nothing_is_filed() {
        byte[] file = new CamtOf(today, today, 0)
                .in(today, office.fen(), office.number(), "", "")
                .bytes();
        StatementId id = cashier.bring(file, "a.xml").statement();
        WORLD.web()
                .post()
                .uri(Treasurer.HOME + "/" + id + "/filing")
                .cookie("yici_staff", WORLD.signIn(DemoStaff.named("cashier")).value())
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(office.fates(id)).containsOnly("-");
        assertThat(cashier.step(id, "removal").status()).isEqualTo(303);
    }

    private static byte[] text(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
