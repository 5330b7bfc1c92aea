package org.yici.disbursement.notice;

import org.yici.platform.outcome.Reason;

/** Why an objection is not taken, or not resolved. */
enum NoticeReason implements Reason {
    /** The case was refused or withdrawn: nobody is paid; takes its state. */
    NOTHING_TO_OBJECT("nothing-to-object", 409),
    /** The notice came down before its end. */
    TAKEN_DOWN("notice-taken-down", 409),
    /** So many came within the hour that more say nothing new: the grant is stopped already. Takes the telephone and the address. */
    TOO_MANY_OBJECTIONS("too-many-objections", 429),
    /** So many of them came from one place; others may still object. Takes the telephone and the address of the charity. */
    TOO_MANY_FROM_HERE("too-many-from-here", 429),
    /** It has been resolved already. */
    OBJECTION_RESOLVED("objection-resolved", 409);

    private final String word;
    private final int status;

    NoticeReason(String word, int status) {
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
