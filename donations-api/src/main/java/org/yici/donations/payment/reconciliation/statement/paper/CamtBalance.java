package org.yici.donations.payment.reconciliation.statement.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.yici.ledger.Money;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.xml.Xml;

/** A balance that camt.053 states. @param day null where none is named */
record CamtBalance(Money amount, @Nullable LocalDate day) {

    /** @throws InvalidInput where it is no amount of yuan */
    static CamtBalance read(Element balance) {
        Element amount = Xml.child(balance, "Amt");
        Money money = CamtAmount.read(amount).orElseThrow(() -> unreadable(amount));
        String day = Xml.text(balance, "Dt", "Dt");
        return new CamtBalance(
                "DBIT".equals(Xml.text(balance, "CdtDbtInd")) ? money.negated() : money,
                CamtDays.first(day == null ? Xml.text(balance, "Dt", "DtTm") : day)
                        .orElse(null));
    }

    /** What was left the day before is what a day begins with. */
    CamtBalance ofTheNextDay() {
        return new CamtBalance(amount, day == null ? null : day.plusDays(1));
    }

    private static InvalidInput unreadable(@Nullable Element amount) {
        return InvalidInput.of(
                "file",
                CamtAmount.isOfYuan(amount) ? "input.statement.balance-unreadable" : "input.statement.currency");
    }
}
