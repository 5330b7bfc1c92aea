package org.yici.disbursement.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

/** What the bank says comes in three formats; all lines are written down, or none. */
class ResultFilesTest {

    private static final County county = County.shared();

    private static final String PAIN_002 = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>B1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>P</OrgnlMsgId></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>P</OrgnlPmtInfId>
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

    private record Sent(String payout, String award, String endToEnd) {}

    private static Sent sent(long fen) {
        return sent(county.awarded("hardship", fen));
    }

    private static Sent sent(String award) {
        Person cashier = county.staff("cashier");
        Answer payout = cashier.post("/api/v1/payouts", Map.of("awards", List.of(award)));
        assertThat(payout.status()).as(payout.body()).isEqualTo(201);
        String path = "/api/v1/payouts/" + payout.text("/id");
        String csv = cashier.get(path + "/file?format=csv").body();
        return new Sent(path, award, csv.split("\r\n")[1].split(",")[0]);
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
        assertThat(results(sent, "支付编号,状态,原因\n" + sent.endToEnd() + ",退票,户名不符\n")
                        .json()
                        .at("/returned")
                        .asInt())
                .isEqualTo(1);
        assertThat(county.balance("bank:main")).isEqualTo(bank + 12_300);
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
}
