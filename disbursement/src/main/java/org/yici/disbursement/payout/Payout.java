package org.yici.disbursement.payout;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.award.AwardId;
import org.yici.ledger.Money;

/**
 * A batch of awards handed to the bank.
 *
 * @param code the message id that the bank sees
 * @param returned how many of its payments came back
 */
record Payout(
        PayoutId id,
        String code,
        State state,
        Money total,
        String madeBy,
        Instant madeAt,
        long returned,
        List<Item> items) {

    enum State {
        /** With the bank. */
        SENT,
        /** The bank has answered for every item. */
        SETTLED;

        public String messageKey() {
            return "payout.state." + name();
        }
    }

    Payout {
        items = List.copyOf(items);
    }

    /**
     * One award in the batch.
     *
     * @param endToEnd what the bank gives back with its answer: the grant's code and which attempt it is
     * @param sent sequence of the payout's journal
     * @param done sequence of the confirmation's journal, once confirmed
     * @param reason the bank's own word for why not
     * @param answeredBy username of who wrote down what the bank said last; null while it waits
     */
    record Item(
            String endToEnd,
            AwardId award,
            Money amount,
            ItemState state,
            long sent,
            @Nullable Long done,
            @Nullable String reason,
            @Nullable String answeredBy) {}

    enum ItemState {
        SENT,
        CONFIRMED,
        RETURNED;

        public String messageKey() {
            return "payout.item." + name();
        }
    }

    @Override
    public String toString() {
        return "payout " + code;
    }
}
