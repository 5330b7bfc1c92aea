package org.yici.disbursement.payout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;

/**
 * ISO 20022 camt.053, the bank's account statement, in any of its versions. A debit with an end-to-end id is a payment
 * made; a credit that carries return information is one that came back; other credits (settlements, gifts by transfer) are
 * not about payouts and are passed over.
 */
final class Camt053 {

    private Camt053() {}

    static List<BankLine> read(Element root) {
        List<BankLine> lines = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        int number = 0;
        for (Element entry : Xml.all(root, "Ntry")) {
            for (Element transaction : transactions(entry)) {
                number++;
                if (isAboutPayouts(entry, transaction)) {
                    add(number, entry, transaction, lines, errors);
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return lines;
    }

    private static List<Element> transactions(Element entry) {
        List<Element> transactions = Xml.all(entry, "TxDtls");
        return transactions.isEmpty() ? List.of(entry) : transactions;
    }

    private static boolean isAboutPayouts(Element entry, Element transaction) {
        return isDebit(entry, transaction) || Xml.child(transaction, "RtrInf") != null;
    }

    private static void add(
            int number, Element entry, Element transaction, List<BankLine> lines, List<FieldError> errors) {
        String endToEnd = Xml.text(transaction, "Refs", "EndToEndId");
        Element amount =
                Xml.child(transaction, "Amt") == null ? Xml.child(entry, "Amt") : Xml.child(transaction, "Amt");
        Money money = amount == null ? null : money(amount);
        if (endToEnd == null || money == null) {
            errors.add(FieldError.of("file.line[" + number + "]", "input.results.line"));
            return;
        }
        boolean returned = Xml.child(transaction, "RtrInf") != null;
        boolean booked = !"PDNG".equals(status(entry));
        BankLine.Answer answer =
                !booked ? BankLine.Answer.PENDING : returned ? BankLine.Answer.NOT_PAID : BankLine.Answer.PAID;
        lines.add(new BankLine(number, endToEnd, answer, money, Xml.text(transaction, "RtrInf", "Rsn", "Cd")));
    }

    private static @Nullable Money money(Element amount) {
        return Money.CURRENCY.equals(amount.getAttribute("Ccy"))
                ? Money.parseYuan(amount.getTextContent()).money().orElse(null)
                : null;
    }

    private static @Nullable String status(Element entry) {
        String code = Xml.text(entry, "Sts", "Cd");
        return code == null ? Xml.text(entry, "Sts") : code;
    }

    private static boolean isDebit(Element entry, Element transaction) {
        String own = Xml.text(transaction, "CdtDbtInd");
        return "DBIT".equals(own == null ? Xml.text(entry, "CdtDbtInd") : own);
    }
}
