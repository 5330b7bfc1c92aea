package org.yici.disbursement.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

/** What the bank says comes in three formats; all lines are written down, or none. */
class ResultFilesTest {

    private static final County county = County.shared();

    private static final String PAIN_002 = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>B1</MsgId></GrpHdr>
            <OrgnlPmtInfAndSts>
            <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>
            <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>
            </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """;

    private static final String CAMT_053 = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
            <Ntry><Amt Ccy="CNY">5000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts></Ntry>
            <Ntry><Amt Ccy="CNY">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
            <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;

    private static final String GROUP_STATUS = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <OrgnlGrpInfAndSts>%s<GrpSts>%s</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>
            """;

    private static final String PAYMENT = """
            <Ntry><Amt Ccy="CNY">%1$s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>%3$s</Cd></Sts>
            <NtryDtls><TxDtls><Refs><EndToEndId>%2$s</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
            """;

    private static final String REVERSAL = """
            <Ntry><Amt Ccy="CNY">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts><Cd>BOOK</Cd></Sts>
            <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
            """;

    private static final String FEE_AND_GIFT = """
            <Ntry><Amt Ccy="CNY">2.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts></Ntry>
            <Ntry><Amt Ccy="USD">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts></Ntry>
            """;

    private static String statement(String... entries) {
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt>"
                + String.join("", entries) + "</Stmt></BkToCstmrStmt></Document>";
    }

    private static String named(String batch) {
        return "<OrgnlMsgId>" + batch + "</OrgnlMsgId>";
    }

    private static int of(Answer answer, String count) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/" + count).asInt();
    }

    private record Sent(String payout, String code, String award, String endToEnd) {}

    private static Sent sent(long fen) {
        return sent(county.awarded("hardship", fen));
    }

    private static Sent sent(String award) {
        Person cashier = county.staff("cashier");
        Answer payout = cashier.post("/api/v1/payouts", Map.of("awards", List.of(award)));
        assertThat(payout.status()).as(payout.body()).isEqualTo(201);
        String path = "/api/v1/payouts/" + payout.text("/id");
        String csv = cashier.get(path + "/file?format=csv").body();
        return new Sent(path, payout.text("/code"), award, csv.split("\r\n")[1].split(",")[0]);
    }

    private static Answer results(Sent sent, String file) {
        return county.staff("cashier").upload(sent.payout() + "/results", file);
    }

    @Test
    void pain_002_confirms_and_the_same_file_twice_changes_nothing() {
        Sent sent = sent(11_100);
        String file = PAIN_002.formatted(sent.endToEnd(), "ACSC");
        long bank = county.balance("bank:main");
        assertThat(results(sent, file).json().at("/confirmed").asInt()).isEqualTo(1);
        assertThat(county.balance("bank:main")).isEqualTo(bank - 11_100);
        Answer again = results(sent, file);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/confirmed").asInt()).isZero();
        assertThat(county.balance("bank:main")).isEqualTo(bank - 11_100);
    }

    @Test
    void a_rejected_payment_is_owed_again_and_can_be_sent_anew() {
        Sent first = sent(12_200);
        assertThat(results(first, PAIN_002.formatted(first.endToEnd(), "RJCT"))
                        .json()
                        .at("/returned")
                        .asInt())
                .isEqualTo(1);
        Sent second = sent(first.award());
        assertThat(second.endToEnd()).isNotEqualTo(first.endToEnd());
        assertThat(results(second, CAMT_053.formatted("122.00", second.endToEnd()))
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("SETTLED");
    }

    @Test
    void a_payment_that_comes_back_after_days_is_owed_again() {
        Sent sent = sent(12_300);
        assertThat(results(sent, "支付编号,状态\n" + sent.endToEnd() + ",成功\n")
                        .json()
                        .at("/confirmed")
                        .asInt())
                .isEqualTo(1);
        long bank = county.balance("bank:main");
        String back = "支付编号,状态,原因\n" + sent.endToEnd() + ",退票,户名不符\n";
        Answer alone = results(sent, back);
        assertThat(alone.status()).as(alone.body()).isEqualTo(403);
        assertThat(alone.text("/reason")).isEqualTo("return-by-another");
        assertThat(county.balance("bank:main")).isEqualTo(bank);
        assertThat(of(county.staff("deputy").upload(sent.payout() + "/results", back), "returned"))
                .isEqualTo(1);
        assertThat(county.balance("bank:main")).isEqualTo(bank + 12_300);
        assertThat(county.staff("cashier").page("/staff/payouts").body()).contains("其中 1 笔退回");
    }

    @Test
    void the_database_lets_nobody_take_back_alone_what_he_recorded_as_paid() {
        Sent sent = sent(12_400);
        assertThat(of(results(sent, PAIN_002.formatted(sent.endToEnd(), "ACSC")), "confirmed"))
                .isEqualTo(1);
        assertThatThrownBy(() -> county.bean(DatabaseClient.class)
                        .sql("update disbursement.payout_item set state = 'RETURNED' where end_to_end = $1")
                        .bind(0, sent.endToEnd())
                        .fetch()
                        .rowsUpdated()
                        .block(Duration.ofSeconds(10)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void one_line_that_does_not_fit_and_nothing_is_written_down() {
        Sent sent = sent(13_300);
        long bank = county.balance("bank:main");
        List<String> files = List.of(
                "endToEndId,status\n" + sent.endToEnd() + ",PAID\nG-1999-0001-1,PAID\n",
                "endToEndId,status\n" + sent.endToEnd() + ",PAID\n" + sent.endToEnd() + ",PAID\n",
                "endToEndId,status\n" + sent.endToEnd() + ",perhaps\n",
                "endToEndId,status,amount\n" + sent.endToEnd() + ",PAID,133.001\n",
                CAMT_053.formatted("133.01", sent.endToEnd()),
                PAIN_002.formatted(sent.endToEnd(), "WHAT"),
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "<Document",
                "<a xmlns='urn:other'/>",
                "hello",
                "");
        for (String file : files) {
            Answer answer = results(sent, file);
            assertThat(answer.status()).as(file + answer.body()).isEqualTo(422);
            assertThat(answer.json().at("/errors").size()).isPositive();
            assertThat(answer.body()).doesNotContain("root:");
        }
        assertThat(county.balance("bank:main")).isEqualTo(bank);
        assertThat(county.staff("auditor").get("/api/v1/applications/x").status())
                .isEqualTo(404);
    }

    @Test
    void a_name_that_is_a_formula_stays_text_in_a_spreadsheet() {
        assertThat(Csv.line(List.of("=1+1", "a\"b", "+8613", "x"))).isEqualTo("'=1+1,\"a\"\"b\",'+8613,x\r\n");
    }

    @Test
    void a_word_about_another_batch_changes_nothing_here() {
        Sent sent = sent(14_100);
        for (String name : List.of(named("P-1999-0001"), "")) {
            Answer answer = results(sent, GROUP_STATUS.formatted(name, "RJCT"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        }
        assertThat(of(results(sent, GROUP_STATUS.formatted(named(sent.code()), "RJCT")), "returned"))
                .isEqualTo(1);
    }

    @Test
    void a_word_about_the_batch_leaves_what_was_answered_singly() {
        Person cashier = county.staff("cashier");
        Answer payout = cashier.post(
                "/api/v1/payouts",
                Map.of("awards", List.of(county.awarded("hardship", 14_200), county.awarded("hardship", 14_300))));
        String path = "/api/v1/payouts/" + payout.text("/id");
        String first =
                cashier.get(path + "/file?format=csv").body().split("\r\n")[1].split(",")[0];
        assertThat(of(cashier.upload(path + "/results", PAIN_002.formatted(first, "ACSC")), "confirmed"))
                .isEqualTo(1);
        String rest = GROUP_STATUS.formatted(named(payout.text("/code")), "RJCT");
        Answer answer = cashier.upload(path + "/results", rest);
        assertThat(of(answer, "returned")).isEqualTo(1);
        assertThat(answer.text("/state")).isEqualTo("SETTLED");
        assertThat(of(cashier.upload(path + "/results", rest), "returned")).isZero();
    }

    @Test
    void a_statement_of_the_whole_account_is_read_for_what_is_ours() {
        Sent sent = sent(15_100);
        Answer answer = results(
                sent,
                statement(
                        FEE_AND_GIFT,
                        PAYMENT.formatted("9.99", "G-1999-0001-1", "BOOK"),
                        PAYMENT.formatted("151.00", sent.endToEnd(), "BOOK")));
        assertThat(of(answer, "confirmed")).isEqualTo(1);
        assertThat(of(answer, "notOurs")).isEqualTo(3);
        assertThat(of(results(sent, statement(FEE_AND_GIFT)), "notOurs")).isEqualTo(2);
    }

    @Test
    void only_what_is_booked_counts() {
        Sent sent = sent(15_200);
        for (String status : List.of("PDNG", "INFO")) {
            Answer answer = results(sent, statement(PAYMENT.formatted("152.00", sent.endToEnd(), status)));
            assertThat(of(answer, "confirmed")).isZero();
            assertThat(answer.text("/state")).isEqualTo("SENT");
        }
    }

    @Test
    void a_payment_and_its_reversal_in_one_statement_is_a_payment_returned() {
        for (boolean newestFirst : List.of(false, true)) {
            Sent sent = sent(15_300);
            long bank = county.balance("bank:main");
            String payment = PAYMENT.formatted("153.00", sent.endToEnd(), "BOOK");
            String reversal = REVERSAL.formatted("153.00", sent.endToEnd());
            String file = newestFirst ? statement(reversal, payment) : statement(payment, reversal);
            assertThat(of(results(sent, file), "returned")).isEqualTo(1);
            assertThat(of(results(sent, file), "unchanged")).isEqualTo(1);
            assertThat(county.balance("bank:main")).isEqualTo(bank);
        }
    }
}
