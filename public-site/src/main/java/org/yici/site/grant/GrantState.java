package org.yici.site.grant;

/** Where a grant stands, by the last of its journals. Published words: never renamed. */
public enum GrantState {
    AWARDED("award"),
    SENT("payout"),
    PAID("payout-confirmed"),
    RETURNED("payout-returned"),
    RELEASED("release");

    private final String journal;

    GrantState(String journal) {
        this.journal = journal;
    }

    /** Whether a journal of this kind brings a grant here. */
    boolean comesWith(String kind) {
        return journal.equals(kind);
    }
}
