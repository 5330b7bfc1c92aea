package org.yici.disbursement;

import java.util.List;
import java.util.Optional;
import org.yici.ledger.AccountCode;
import org.yici.ledger.Posting;
import org.yici.ledger.PostingReason;

/** Tells the one refusal of the ledger's that happens in life, an account that has not that much, from defects. */
public final class Floors {

    private Floors() {}

    /**
     * The first account that has not that much; empty where all was posted.
     *
     * @throws IllegalStateException where the ledger refused for any other reason
     */
    public static Optional<AccountCode> inTheWay(List<Posting> postings) {
        return postings.stream().flatMap(posting -> account(posting).stream()).findFirst();
    }

    private static Optional<AccountCode> account(Posting posting) {
        return posting.fold(posted -> Optional.empty(), already -> Optional.empty(), refused -> {
            if (refused.reason() != PostingReason.FLOOR || refused.account() == null) {
                throw new IllegalStateException("the ledger refused: " + refused);
            }
            return Optional.of(refused.account());
        });
    }
}
