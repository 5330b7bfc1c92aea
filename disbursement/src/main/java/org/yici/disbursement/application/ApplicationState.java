package org.yici.disbursement.application;

import org.springframework.context.MessageSourceResolvable;

/** Where an application stands. {@link Transitions} says how it gets from one to the other. */
public enum ApplicationState implements MessageSourceResolvable {
    /** Filed, waits for a reviewer. */
    SUBMITTED,
    /** Sent back to intake for something missing. */
    RETURNED,
    /** Passed, waits for its public notice. */
    REVIEWED,
    /** The public may object. */
    ON_NOTICE,
    /** Somebody objected; nothing goes on until that is resolved. */
    OBJECTED,
    /** The notice ran its days, waits for the approver. */
    NOTICE_ENDED,
    /** Approved, its funds are committed; waits for the cashier. */
    AWARDED,
    /** With the bank. */
    PAYING,
    /** The bank paid. */
    PAID,
    /** The household says that it has the money. */
    CONFIRMED,
    REFUSED,
    WITHDRAWN;

    public String messageKey() {
        return "application.state." + name();
    }

    /** As an argument of a sentence it is read in the reader's language. */
    @Override
    public String[] getCodes() {
        return new String[] {messageKey()};
    }

    @Override
    public String getDefaultMessage() {
        return name();
    }
}
