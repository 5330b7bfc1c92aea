package org.yici.disbursement.payout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.yici.ledger.Money;
import org.yici.platform.xml.Xml;

/**
 * ISO 20022 camt.053, the bank's account statement, in any of its versions. A debit with an end-to-end id is a payment
 * made; one that is reversed or carries return information came back. Everything else on the account (fees, settlements,
 * gifts by transfer) is not about payouts. Only what is booked counts: a pending entry says that the payment is on its
 * way.
 */
final class Camt053 {

    private Camt053() {}

    static BankReport read(Element root) {
        List<BankLine> lines = new ArrayList<>();
        int number = 0;
        int notOurs = 0;
        for (Element entry : Xml.all(root, "Ntry")) {
            List<Element> transactions = transactions(entry);
            for (Element transaction : transactions) {
                number++;
                String endToEnd = Xml.text(transaction, "Refs", "EndToEndId");
                boolean returned = isReturned(entry, transaction);
                if (endToEnd == null || !returned && !isDebit(entry, transaction)) {
                    notOurs++;
                } else {
                    lines.add(new BankLine(
                            number,
                            endToEnd,
                            answer(entry, returned),
                            money(amount(entry, transaction, transactions.size() == 1)),
                            Xml.text(transaction, "RtrInf", "Rsn", "Cd")));
                }
            }
        }
        return new BankReport(BankReport.Kind.STATEMENT, null, lines, notOurs);
    }

    private static List<Element> transactions(Element entry) {
        List<Element> transactions = Xml.all(entry, "TxDtls");
        return transactions.isEmpty() ? List.of(entry) : transactions;
    }

    private static BankLine.Answer answer(Element entry, boolean returned) {
        if (!"BOOK".equals(status(entry))) {
            return BankLine.Answer.PENDING;
        }
        return returned ? BankLine.Answer.NOT_PAID : BankLine.Answer.PAID;
    }

    private static boolean isReturned(Element entry, Element transaction) {
        String reversal = Xml.text(entry, "RvslInd");
        return "true".equals(reversal) || "1".equals(reversal) || Xml.child(transaction, "RtrInf") != null;
    }

    /** Versions differ in where a transaction's own amount stands; the entry's is the sum of all its transactions. */
    private static @Nullable Element amount(Element entry, Element transaction, boolean alone) {
        Element own = Xml.child(transaction, "Amt");
        Element detailed = own == null ? Xml.child(transaction, "AmtDtls", "TxAmt", "Amt") : own;
        return detailed == null && alone ? Xml.child(entry, "Amt") : detailed;
    }

    private static @Nullable Money money(@Nullable Element amount) {
        return amount != null && Money.CURRENCY.equals(amount.getAttribute("Ccy"))
                ? Money.parseYuan(amount.getTextContent().strip()).money().orElse(null)
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
