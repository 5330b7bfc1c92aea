package org.yici.disbursement.standing.web;

import java.util.List;
import org.yici.disbursement.Amount;
import org.yici.disbursement.standing.Correction;
import org.yici.disbursement.standing.CorrectionLine;
import org.yici.disbursement.standing.CorrectionReason;

/** What is put right about one earlier list for one person, with the reckoning. A negative amount is set off. */
record CorrectionJson(String person, String period, Amount amount, List<Month> months) {

    /**
     * @param was reckoned so far
     * @param should by what is known now
     * @param amount what of the difference is put right here
     */
    record Month(String month, CorrectionReason reason, Amount was, Amount should, Amount amount) {

        static Month of(Correction one) {
            return new Month(
                    one.month().toString(),
                    one.reason(),
                    Amount.of(one.was()),
                    Amount.of(one.should()),
                    Amount.of(one.amount()));
        }
    }

    static CorrectionJson of(CorrectionLine line) {
        return new CorrectionJson(
                line.person().toString(),
                line.period(),
                Amount.of(line.amount()),
                line.months().stream().map(Month::of).toList());
    }
}
