package org.yici.disbursement.application;

import java.util.Locale;

/** What can happen to an application, and whose part it is. */
public enum Action {
    SUBMIT(Duty.INTAKE),
    /** By the household itself, with a code; whoever gave it the code answers for the intake. */
    SUBMIT_BY_PHONE(Duty.INTAKE),
    RESUBMIT(Duty.INTAKE),
    WITHDRAW(Duty.INTAKE),
    PASS(Duty.REVIEW),
    RETURN(Duty.REVIEW),
    REFUSE(Duty.REVIEW),
    POST_NOTICE(Duty.REVIEW),
    /** A member of the public objects while the notice runs. */
    OBJECT(Duty.NOBODY),
    /** The last open objection is dismissed: the notice goes on, or has ended meanwhile. */
    DISMISS_OBJECTION(Duty.OBJECTION),
    UPHOLD_OBJECTION(Duty.OBJECTION),
    /** By the clock, never by hand. */
    END_NOTICE(Duty.NOBODY),
    APPROVE(Duty.APPROVAL),
    DECLINE(Duty.APPROVAL),
    /** An award that will not be paid goes back to its funds. */
    RELEASE(Duty.APPROVAL),
    SEND_PAYOUT(Duty.PAYOUT),
    CONFIRM_PAYOUT(Duty.PAYOUT),
    /** The bank could not pay, or the money came back: it may be sent again. */
    RETURN_PAYOUT(Duty.PAYOUT),
    CONFIRM_RECEIPT(Duty.INTAKE);

    private final Duty duty;

    Action(Duty duty) {
        this.duty = duty;
    }

    public Duty duty() {
        return duty;
    }

    /** The machine word in JSON and in the audit trail: {@code post-notice}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String messageKey() {
        return "application.action." + word();
    }
}
