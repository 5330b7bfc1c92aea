package org.yici.donations.payment;

import org.yici.ledger.Posting;
import org.yici.ledger.PostingReason;

/** Rolls a batch back when the ledger refuses one of its journals, so that no donor is counted for it. */
final class LedgerRefused extends RuntimeException {

    private final PostingReason reason;

    LedgerRefused(PostingReason reason) {
        super(reason.word(), null, false, false);
        this.reason = reason;
    }

    PostingReason reason() {
        return reason;
    }

    /** The journal's number. */
    static long sequenceOf(Posting posting) {
        return posting.fold(Posting.Posted::number, Posting.Already::number, refused -> {
            throw new LedgerRefused(refused.reason());
        });
    }
}
