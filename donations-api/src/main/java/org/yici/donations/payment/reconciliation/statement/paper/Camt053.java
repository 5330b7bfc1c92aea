package org.yici.donations.payment.reconciliation.statement.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yici.ledger.Money;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.xml.Xml;

/**
 * ISO 20022 camt.053, the bank's account statement, in any of its versions. Only what is booked counts: the balances are those
 * of booked entries.
 */
final class Camt053 {

    private static final String OPENING = "OPBD";
    private static final String BEFORE_OPENING = "PRCD";
    private static final String CLOSING = "CLBD";

    private final Element statement;
    private final LocalDate today;

    private Camt053(Element statement, LocalDate today) {
        this.statement = statement;
        this.today = today;
    }

    static BankStatement read(byte[] content, LocalDate today) {
        Element root =
                Xml.parse(content).map(Document::getDocumentElement).orElseThrow(() -> refused("input.statement.xml"));
        List<Element> statements = Xml.all(root, "Stmt");
        if (!String.valueOf(root.getNamespaceURI()).contains("camt.053") || statements.isEmpty()) {
            throw refused("input.statement.format");
        }
        if (statements.size() > 1) {
            throw refused("input.statement.several");
        }
        return new Camt053(statements.get(0), today).read();
    }

    private BankStatement read() {
        String currency = Xml.text(statement, "Acct", "Ccy");
        if (currency != null && !currency.equals(Money.CURRENCY)) {
            throw refused("input.statement.currency");
        }
        List<BankLine> lines = lines();
        CamtBalance opening = balance(OPENING)
                .or(() -> balance(BEFORE_OPENING).map(CamtBalance::ofTheNextDay))
                .orElse(null);
        CamtBalance closing = balance(CLOSING).orElse(null);
        compare(opening, lines, closing);
        return new BankStatement(
                BankStatement.Form.CAMT053,
                Xml.text(statement, "Id"),
                account(),
                from(opening, lines),
                to(closing, lines),
                opening == null ? null : opening.amount(),
                closing == null ? null : closing.amount(),
                lines);
    }

    private List<BankLine> lines() {
        Flaws flaws = new Flaws();
        List<BankLine> lines = new ArrayList<>();
        List<Element> entries = Xml.all(statement, "Ntry");
        if (entries.size() > StatementFile.MOST_LINES) {
            throw refused("input.sheet.too-many-rows", Integer.toString(StatementFile.MOST_LINES));
        }
        for (int i = 0; i < entries.size(); i++) {
            lines.addAll(new CamtEntry(entries.get(i), i + 1, today, flaws).lines());
        }
        flaws.refuseAny();
        if (lines.isEmpty()) {
            throw refused("input.statement.no-lines");
        }
        return lines;
    }

    private Optional<CamtBalance> balance(String kind) {
        return Xml.all(statement, "Bal").stream()
                .filter(balance -> kind.equals(Xml.text(balance, "Tp", "CdOrPrtry", "Cd")))
                .map(CamtBalance::read)
                .findFirst();
    }

    private static void compare(@Nullable CamtBalance opening, List<BankLine> lines, @Nullable CamtBalance closing) {
        if (opening == null || closing == null) {
            return;
        }
        Money moved = lines.stream().map(BankLine::moved).reduce(Money.ZERO, Money::plus);
        Money expected = opening.amount().plus(moved);
        if (!expected.equals(closing.amount())) {
            throw refused(
                    "input.statement.balance",
                    opening.amount().toString(),
                    moved.toString(),
                    closing.amount().toString());
        }
    }

    private @Nullable String account() {
        return Stream.of(Xml.text(statement, "Acct", "Id", "IBAN"), Xml.text(statement, "Acct", "Id", "Othr", "Id"))
                .flatMap(number -> LineWords.number(number).stream())
                .filter(LineWords::isNumber)
                .findFirst()
                .orElse(null);
    }

    private LocalDate from(@Nullable CamtBalance opening, List<BankLine> lines) {
        LocalDate first = lines.stream().map(BankLine::bookedOn).reduce(today, Camt053::earlier);
        LocalDate stated = CamtDays.first(Xml.text(statement, "FrToDt", "FrDtTm"))
                .or(() -> Optional.ofNullable(opening).map(CamtBalance::day))
                .orElse(first);
        return earlier(stated, first);
    }

    private LocalDate to(@Nullable CamtBalance closing, List<BankLine> lines) {
        LocalDate last = lines.stream().map(BankLine::bookedOn).reduce(LocalDate.MIN, Camt053::later);
        LocalDate stated = CamtDays.last(Xml.text(statement, "FrToDt", "ToDtTm"))
                .or(() -> Optional.ofNullable(closing).map(CamtBalance::day))
                .orElse(last);
        return later(earlier(stated, today), last);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static InvalidInput refused(String key, Object... arguments) {
        return InvalidInput.of("file", key, arguments);
    }
}
