package org.yici.donations.campaign;

import org.yici.platform.outcome.Reason;

/** Why a campaign may not do something. */
public enum CampaignReason implements Reason {
    /** 慈善法 §22: only an organisation with the public fundraising qualification may raise funds in public. */
    NO_QUALIFICATION("campaign-not-qualified", 409),
    /** 慈善法 §23–24: the plan is filed before the campaign begins. */
    NOT_FILED("campaign-not-filed", 409),
    /** 慈善法 §25: who runs it and where to ask is named on page and poster. */
    NO_CONTACT("campaign-no-contact", 409),
    /** Closed, or otherwise past that step. */
    WRONG_STATE("campaign-state", 409),
    /** The code belongs to a campaign with other particulars. */
    CODE_TAKEN("campaign-code-taken", 409),
    UNKNOWN("campaign-unknown", 404);

    private final String word;
    private final int status;

    CampaignReason(String word, int status) {
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
