package org.yici.donations.campaign;

import java.util.Map;
import java.util.Optional;

/** Where a campaign stands. The one table of what may follow what; whatever is not in it is refused. */
public enum CampaignState {
    /** Its plan is on file; nobody can give yet. */
    FILED,
    /** One may give. */
    OPEN,
    /** Ended. Its money stays in the fund and its pages stay up. */
    CLOSED;

    /** What can happen to a campaign. */
    public enum Step {
        OPENING,
        CLOSING
    }

    private static final Map<CampaignState, Map<Step, CampaignState>> TABLE = Map.of(
            FILED, Map.of(Step.OPENING, OPEN, Step.CLOSING, CLOSED),
            OPEN, Map.of(Step.CLOSING, CLOSED),
            CLOSED, Map.of());

    /** The state after {@code step}; empty when the step is not open here. */
    public Optional<CampaignState> after(Step step) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(step));
    }
}
