package org.yici.platform.staff;

import org.yici.platform.outcome.Reason;

/** Why a member of staff may not do this. */
public enum StaffReason implements Reason {
    /** The step needs a role that this person does not hold. */
    ROLE("role", 403),
    /** Another step of the same grant was this person's: separation of duties. */
    SAME_PERSON("same-person", 403),
    /** No session, or one that has ended. */
    NOT_SIGNED_IN("not-signed-in", 401),
    /** Unknown account, wrong password, a disabled account: deliberately one reason. */
    WRONG_SIGN_IN("wrong-sign-in", 401),
    /** Too many wrong passwords for this name within the window; takes the seconds to wait. */
    TOO_MANY_ATTEMPTS("too-many-attempts", 429),
    /** An unsafe request carried the session's cookie without the session's token. */
    CSRF("csrf", 403);

    private final String word;
    private final int status;

    StaffReason(String word, int status) {
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
