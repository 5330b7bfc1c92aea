package org.yici.disbursement.application;

import org.yici.platform.outcome.Reason;

/** Why a step of a grant is not open. */
public enum GrantReason implements Reason {
    /** The application does not stand where this step begins; takes the state. */
    STEP_NOT_OPEN("step-not-open", 409),
    /** The public may still object; takes the last day. */
    NOTICE_RUNNING("notice-running", 409),
    /** The notice came down before its end, with the household's consent: the case is filed and put on notice anew. */
    NOTICE_CUT_SHORT("notice-cut-short", 409),
    /** Somebody objected, and that is not resolved. */
    OBJECTION_OPEN("objection-open", 409),
    /** An objection was found right after the money had been sent. */
    OBJECTION_UPHELD("objection-upheld", 409),
    /** An objection came after the last moment; takes the last day. */
    NOTICE_ENDED("notice-ended", 409),
    /** The funds of the programme together do not reach; takes what they have, in yuan. */
    FUND_SHORT("fund-short", 409, "amount"),
    /** The books owe the award less than it says, since somebody corrected them: that comes first. Takes what they owe. */
    AWARD_SHORT("award-short", 409),
    /** More than was asked for; takes the amount applied for, in yuan. */
    OVER_APPLIED("over-applied", 422, "amount"),
    /** More than the programme grants; takes its cap, in yuan. */
    OVER_CAP("over-cap", 422, "amount"),
    /** More than may be paid before the notice; takes that cap, in yuan. */
    OVER_PAY_FIRST("over-pay-first", 422, "amount"),
    /** Another grant of the person or the household was paid before its notice, and that has not ended. */
    PAY_FIRST_RUNNING("pay-first-running", 409),
    /** Somebody who judged the case that was refused would judge its appeal. */
    APPEAL_SAME_PERSON("appeal-same-person", 403),
    /** No standard of the programme is in force today. */
    NO_STANDARD("no-standard", 409, "programme"),
    /** The programme is not for households of this category. */
    CATEGORY_NOT_ELIGIBLE("category-not-eligible", 422, "programme"),
    /** The standard comes to nothing on these facts. */
    NOTHING_COMES("nothing-comes", 422, "programme"),
    /** More than one person may be given in a year; takes what is left, in yuan. */
    OVER_YEAR_LIMIT("over-year-limit", 422, "amount"),
    /** More than one person may ever be given; takes what is left, in yuan. */
    OVER_LIFETIME_LIMIT("over-lifetime-limit", 422, "amount"),
    /** The household took its consent back: nothing new is filed for it, nothing is decided or paid. */
    CONSENT_WITHDRAWN("consent-withdrawn", 409),
    /** The standard of the day asks for papers that are not there; takes their names. */
    EVIDENCE_MISSING("evidence-missing", 409),
    /** Somebody related to the household took a step that this decision would rest on. */
    RELATED_ACTED("related-acted", 409),
    /** All funds of the programme hold gifts of a donor who is related to the household. */
    DONOR_RELATED("donor-related", 409);

    private final String word;
    private final int status;
    private final String field;

    GrantReason(String word, int status) {
        this(word, status, "");
    }

    GrantReason(String word, int status, String field) {
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
