package org.yici.disbursement.payout;

import org.yici.platform.outcome.Reason;

/** Why a payout or its result is refused. */
enum PayoutReason implements Reason {
    /** The books do not have the money in the bank yet: settlements come first. Takes what the bank account holds. */
    BANK_SHORT("bank-short", 409),
    /** The card changed after the award, and nobody but who changed it has confirmed it. Takes the card that was approved. */
    CARD_UNCONFIRMED("card-unconfirmed", 409),
    /** The bank says that a payment came back of which the household has given back a part. Takes the grant and that part. */
    GIVEN_BACK("given-back", 409),
    /** Who recorded a payment as paid does not record that it came back. Takes the grant. */
    RETURN_BY_ANOTHER("return-by-another", 403);

    private final String word;
    private final int status;

    PayoutReason(String word, int status) {
        this.word = word;
        this.status = status;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public int status() {
        return status;
    }
}
