package org.yici.site.grant;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yici.site.feed.PublicJournal;

/**
 * How far a grant has come.
 *
 * @param sequence of the award's journal
 * @param kind of aid
 * @param amount awarded, fen
 * @param sentAt when it was last sent to the bank
 * @param returned what its household gave back after it had arrived, fen
 * @param endedAt when it was released, or the last of it was given back
 */
record GrantWay(
        String code,
        long sequence,
        @Nullable String kind,
        long amount,
        long returned,
        GrantState state,
        Instant awardedAt,
        @Nullable Instant sentAt,
        @Nullable Instant paidAt,
        @Nullable Instant endedAt) {

    private static final String GIVEN_BACK = "grant-returned";

    /** @throws IllegalStateException when the journal is no award: nothing can happen to a grant before it */
    static GrantWay begin(PublicJournal award) {
        if (!GrantState.AWARDED.comesWith(award.kind())) {
            throw new IllegalStateException("journal " + award.sequence() + " is about a grant that was never awarded");
        }
        return new GrantWay(
                Objects.requireNonNull(award.grant()),
                award.sequence(),
                award.aid(),
                award.amount(),
                0,
                GrantState.AWARDED,
                award.at(),
                null,
                null,
                null);
    }

    /** What the next of its journals makes of it; a kind that moves no grant leaves it as it is. */
    GrantWay then(PublicJournal journal) {
        if (GIVEN_BACK.equals(journal.kind())) {
            return givenBack(journal);
        }
        return Arrays.stream(GrantState.values())
                .filter(next -> next.comesWith(journal.kind()))
                .findFirst()
                .map(next -> at(next, journal.at()))
                .orElse(this);
    }

    /** What is left has arrived as before; when all of it came back, it is as though the award had been released. */
    private GrantWay givenBack(PublicJournal journal) {
        long sum = returned + journal.amount();
        boolean whole = sum == amount;
        return new GrantWay(
                code,
                sequence,
                kind,
                amount,
                sum,
                whole ? GrantState.RELEASED : state,
                awardedAt,
                sentAt,
                paidAt,
                whole ? journal.at() : endedAt);
    }

    private GrantWay at(GrantState next, Instant at) {
        return new GrantWay(
                code,
                sequence,
                kind,
                amount,
                returned,
                next,
                awardedAt,
                next == GrantState.SENT ? at : sentAt,
                next == GrantState.PAID ? at : next == GrantState.RETURNED ? null : paidAt,
                next == GrantState.RELEASED ? at : endedAt);
    }

    boolean isPaid() {
        return state == GrantState.PAID;
    }
}
