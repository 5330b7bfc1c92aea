package org.yici.disbursement.conflict;

import org.yici.platform.outcome.Reason;

/** Why somebody may not act for a household, or a relation is not declared or not lifted. */
public enum RelationReason implements Reason {
    /** This person is related to the household: no part of its grants. */
    RELATED("related", 403),
    /** That person is declared related to this household already. */
    KNOWN("relation-known", 409, "who"),
    /** It was lifted before. */
    LIFTED("relation-lifted", 409),
    /** It is lifted by an approver who neither declared it nor is the one whom it is about. */
    OWN("own-relation", 403);

    private final String word;
    private final int status;
    private final String field;

    RelationReason(String word, int status) {
        this(word, status, "");
    }

    RelationReason(String word, int status, String field) {
        this.word = word;
        this.status = status;
        this.field = field;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String field() {
        return field;
    }
}
