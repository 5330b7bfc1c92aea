package org.yici.disbursement.crosscheck;

import org.yici.platform.outcome.Reason;

/** Why a step of a cross-check is not open. */
public enum CrossCheckReason implements Reason {
    /** A report found something to which nobody has said a word; takes how many findings wait. */
    FINDING_UNANSWERED("finding-unanswered", 409),
    /** This very file is there already; takes the number of its extract. */
    EXTRACT_KNOWN("extract-known", 409, "file"),
    /** It is no draft: it is still read, or was filed. */
    EXTRACT_NO_DRAFT("extract-no-draft", 409),
    /** No row of it can be kept. */
    EXTRACT_EMPTY("extract-empty", 409),
    /** No extract is valid today: there is nothing to compare the register with. */
    NO_EXTRACT("no-extract", 409),
    /** The household has not agreed to be compared, or took that back. */
    NO_CONSENT("cross-check-no-consent", 409),
    /** The application was refused or withdrawn: nobody looks into its household for it any more. */
    CASE_OVER("case-over", 409),
    /** An extract of the report was erased: it can be read, not made again. */
    EXTRACT_ERASED("extract-erased", 409),
    /** Another version of the rule begins on the same day. */
    RULE_SAME_DAY("rule-same-day", 409, "from"),
    /** Its first day has come before it was approved: nothing is asked backwards. */
    RULE_TOO_LATE("rule-too-late", 409),
    RULE_DECIDED("rule-decided", 409),
    /** A version is approved by another person than its proposer. */
    RULE_OWN_PROPOSAL("rule-own-proposal", 403);

    private final String word;
    private final int status;
    private final String field;

    CrossCheckReason(String word, int status) {
        this(word, status, "");
    }

    CrossCheckReason(String word, int status, String field) {
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
