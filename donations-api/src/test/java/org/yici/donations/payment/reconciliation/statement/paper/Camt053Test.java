package org.yici.donations.payment.reconciliation.statement.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.donations.payment.reconciliation.statement.CamtOf;
import org.yici.ledger.Money;
import org.yici.platform.outcome.InvalidInput;

class Camt053Test {

    private static final LocalDate DAY = LocalDate.of(2018, 5, 4);

    @TempDir
    Path folder;

    private static CamtOf statement() {
        return new CamtOf(DAY, DAY, 100_000);
    }

    @Test
    void a_statement_made_by_the_standard_s_own_library_is_read_whole() {
        BankStatement read = read(statement()
                .in(DAY, 12_345, "B1", "财付通支付科技有限公司", "提现 1000000001")
                .out(DAY, 300, "B2", "某户")
                .cameBack(DAY, 200, "B3")
                .pending(DAY, 900, "B4")
                .text());
        assertThat(read.lines())
                .extracting(line -> line.row() + " " + line.moved() + " " + line.number() + " " + line.returned())
                .containsExactly("1 ¥123.45 B1 false", "2 ¥-3.00 B2 false", "3 ¥2.00 B3 true");
        assertThat(read.lines().get(0).words()).isEqualTo("财付通支付科技有限公司 · 提现 1000000001");
        assertThat(read.lines().get(1).words())
                .as("who was paid is nobody's business here")
                .isEmpty();
        assertThat(read.account()).isEqualTo(CamtOf.ACCOUNT);
        assertThat(read.name()).isEqualTo("S2018-05-04");
        assertThat(read.from()).isEqualTo(DAY);
        assertThat(read.to()).isEqualTo(DAY);
        assertThat(read.opening()).isEqualTo(Money.ofFen(100_000));
        assertThat(read.closing()).isEqualTo(Money.ofFen(112_245));
    }

    @Test
    void an_entry_of_several_transfers_is_as_many_lines() {
        String one = "<TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef></Refs><Amt Ccy=\"CNY\">%s</Amt></TxDtls>";
        String batch = "<NtryDtls>" + one.formatted("P1", "1.00") + one.formatted("P2", "2.50") + "</NtryDtls>";
        assertThat(read(entry("3.50", "CNY", "CRDT", batch)).lines())
                .extracting(line -> line.moved() + " " + line.number())
                .containsExactly("¥1.00 P1", "¥2.50 P2");
        assertThat(refusal(entry("3.60", "CNY", "CRDT", batch))).isEqualTo("statement.flaw.PARTS");
    }

    @Test
    void amounts_are_exact_or_refused() {
        assertThat(read(entry("3.50000", "CNY", "CRDT", "")).lines().get(0).moved())
                .isEqualTo(Money.ofFen(350));
        assertThat(refusal(entry("3.501", "CNY", "CRDT", ""))).isEqualTo("statement.flaw.AMOUNT");
        assertThat(refusal(entry("-3.50", "CNY", "CRDT", ""))).isEqualTo("statement.flaw.AMOUNT");
        assertThat(refusal(entry("1e9", "CNY", "CRDT", ""))).isEqualTo("statement.flaw.AMOUNT");
        assertThat(refusal(entry("9999999999999999", "CNY", "CRDT", ""))).isEqualTo("statement.flaw.AMOUNT");
        assertThat(refusal(entry("0.00", "CNY", "CRDT", ""))).isEqualTo("statement.flaw.NO_AMOUNT");
        assertThat(refusal(entry("3.50", "USD", "CRDT", ""))).isEqualTo("statement.flaw.OTHER_CURRENCY");
        assertThat(refusal(entry("3.50", "CNY", "", ""))).isEqualTo("statement.flaw.DIRECTION");
    }

    @Test
    void a_statement_that_cannot_be_right_is_refused() {
        assertThat(refusal(statement().in(DAY, 5, "B1", "", "").closing(100_004).text()))
                .isEqualTo("input.statement.balance");
        assertThat(refusal(statement().text())).isEqualTo("input.statement.no-lines");
        assertThat(refusal(statement().pending(DAY, 5, "B1").text())).isEqualTo("input.statement.no-lines");
        assertThat(refusal(statement().currency("USD").in(DAY, 5, "B1", "", "").text()))
                .isEqualTo("input.statement.currency");
        assertThat(refusal(statement().in(DAY.plusDays(9), 5, "B1", "", "").text()))
                .isEqualTo("statement.flaw.DATE_AHEAD");
        assertThat(refusal("<?xml version=\"1.0\"?><Workbook/>")).isEqualTo("input.statement.format");
        assertThat(refusal("<?xml version=\"1.0\"?><Document")).isEqualTo("input.statement.xml");
    }

    @Test
    void several_statements_in_one_file_are_refused() {
        String one = entry("3.50", "CNY", "CRDT", "");
        String two = one.replace("<Stmt>", "<Stmt></Stmt><Stmt>");
        assertThat(refusal(two)).isEqualTo("input.statement.several");
    }

    @Test
    void xml_that_wants_to_be_more_than_data_is_not_read() {
        String laughs = """
                <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><Document>&c;</Document>""";
        String outside = """
                <?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>""";
        assertThat(refusal(laughs)).isEqualTo("input.statement.xml");
        assertThat(refusal(outside)).isEqualTo("input.statement.xml");
        assertThat(refusal("<Document>" + "<a>".repeat(200_000))).isEqualTo("input.statement.xml");
        assertThat(refusal("<Document>" + "<a>".repeat(50_000) + "</a>".repeat(50_000) + "</Document>"))
                .as("deeper than anybody walks")
                .isEqualTo("input.statement.xml");
        assertThat(refusal("<Document>" + " ".repeat(9 << 20) + "</Document>")).isEqualTo("input.statement.too-large");
    }

    private static String entry(String amount, String currency, String way, String details) {
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy=\""
                + currency + "\">" + amount + "</Amt><CdtDbtInd>" + way + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
                + "<BookgDt><Dt>2018-05-04</Dt></BookgDt>" + details + "</Ntry></Stmt></BkToCstmrStmt></Document>";
    }

    private BankStatement read(String xml) {
        try {
            Path file = Files.writeString(folder.resolve("statement"), xml, StandardCharsets.UTF_8);
            return StatementFile.read(file, DAY.plusDays(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String refusal(String xml) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> read(xml));
        assertThat(refused).as("is read").isNotNull();
        return refused.errors().get(0).messageKey();
    }
}
