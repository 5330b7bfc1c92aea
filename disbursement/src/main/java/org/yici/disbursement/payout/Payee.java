package org.yici.disbursement.payout;

import org.yici.disbursement.household.CardNumber;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.MemberId;

/** To whom an order sends its money, and to which card: fixed when the order is made. */
record Payee(MemberId holder, String name, CardNumber card) {

    static Payee of(Household household) {
        Household.BankCard card = household.card();
        return new Payee(card.holder().id(), card.holder().name(), card.number());
    }

    @Override
    public String toString() {
        return "payee " + holder;
    }
}
