package org.yici.disbursement.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.xml.Xml;

/** ISO 20022 pain.002, the bank's status report on our payments, in any of its versions. */
final class Pain002 {

    private static final Set<String> PAID = Set.of("ACSC", "ACCC");
    private static final Set<String> NOT_PAID = Set.of("RJCT", "CANC");
    private static final Set<String> PENDING = Set.of("ACTC", "ACCP", "ACSP", "ACWC", "ACFC", "PDNG", "RCVD", "PART");

    private Pain002() {}

    /** @throws InvalidInput where a line cannot be read, or a report on the whole batch does not say which batch */
    static BankReport read(Element root) {
        String batch = batch(root);

        List<BankLine> lines = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        List<Element> transactions = Xml.all(root, "TxInfAndSts");
        for (int i = 0; i < transactions.size(); i++) {
            Element transaction = transactions.get(i);
            String endToEnd = Xml.text(transaction, "OrgnlEndToEndId");
            BankLine.Answer answer = answer(Xml.text(transaction, "TxSts"));
            if (endToEnd == null || answer == null) {
                errors.add(FieldError.of("file.line[" + (i + 1) + "]", "input.results.line"));
            } else {
                lines.add(new BankLine(i + 1, endToEnd, answer, null, reason(transaction)));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        if (!transactions.isEmpty()) {
            return BankReport.answer(batch, lines);
        }
        if (batch == null) {
            throw InvalidInput.of("file", "input.results.no-batch");
        }
        return BankReport.answer(batch, wholeBatch(root));
    }

    private static @Nullable String batch(Element root) {
        return Xml.all(root, "OrgnlGrpInfAndSts").stream()
                .map(group -> Xml.text(group, "OrgnlMsgId"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A report without transactions speaks for the batch that it names. */
    private static List<BankLine> wholeBatch(Element root) {
        for (Element group : Xml.all(root, "OrgnlGrpInfAndSts")) {
            BankLine.Answer answer = answer(Xml.text(group, "GrpSts"));
            if (answer != null) {
                return List.of(new BankLine(1, null, answer, null, reason(group)));
            }
        }
        return List.of();
    }

    private static BankLine.@Nullable Answer answer(@Nullable String status) {
        if (status == null) {
            return null;
        }
        if (PAID.contains(status)) {
            return BankLine.Answer.PAID;
        }
        if (NOT_PAID.contains(status)) {
            return BankLine.Answer.NOT_PAID;
        }
        return PENDING.contains(status) ? BankLine.Answer.PENDING : null;
    }

    private static @Nullable String reason(Element of) {
        String code = Xml.text(of, "StsRsnInf", "Rsn", "Cd");
        return code == null ? Xml.text(of, "StsRsnInf", "Rsn", "Prtry") : code;
    }
}
