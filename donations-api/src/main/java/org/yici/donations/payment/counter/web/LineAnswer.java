package org.yici.donations.payment.counter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.counter.CounterLine;
import org.yici.donations.payment.counter.line.CounterGift;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.ledger.Money;

/**
 * A line for programs of the staff, as open as the reader's duty asks for.
 *
 * @param row of the sheet; left out when it was typed
 * @param fate {@code GOOD}, {@code REFUSED} or {@code PASSED_OVER}
 * @param problems what is wrong with it, in the reader's language; left out unless it is refused
 * @param why what it is instead of a gift: {@code TOTAL HEADING NOTE OUTGOING EXAMPLE}
 * @param sequence the number of its journal; left out until it is booked, as is {@code receiptUrl}
 * @param held why it cannot be booked for now, in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LineAnswer(
        int line,
        @Nullable Integer row,
        String fate,
        @Nullable Gift gift,
        List<Fault> problems,
        @Nullable String why,
        @Nullable Long sequence,
        @Nullable String receiptUrl,
        @Nullable String held) {

    /** @param donor masked for who does not enter or check; left out for who left no name */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Gift(
            String method,
            String campaign,
            String givenOn,
            BatchAnswer.Amount amount,
            @Nullable String reference,
            @Nullable String donor,
            @Nullable String phone) {

        static Gift of(CounterGift gift, LineView.Gift shown) {
            return new Gift(
                    gift.method().word(),
                    gift.campaign().value(),
                    gift.givenOn().toString(),
                    new BatchAnswer.Amount(gift.amount().fen(), Money.CURRENCY),
                    gift.reference(),
                    shown.donor(),
                    shown.phone());
        }
    }

    /**
     * @param column its heading in the reader's language
     * @param value what stands in the cell, masked where it is personal
     */
    record Fault(String column, String value, String message) {}

    static LineAnswer of(CounterLine line, LineView shown) {
        LineView.Gift gift = shown.gift();
        return new LineAnswer(
                line.number(),
                line.row(),
                line.fate().fold(good -> "GOOD", refused -> "REFUSED", why -> "PASSED_OVER"),
                line.fate() instanceof LineFate.Good good && gift != null ? Gift.of(good.gift(), gift) : null,
                shown.problems().stream()
                        .map(problem -> new Fault(problem.column(), problem.shown(), problem.message()))
                        .toList(),
                line.fate() instanceof LineFate.PassedOver passed ? passed.why().name() : null,
                shown.sequence(),
                shown.receipt(),
                shown.held());
    }
}
