package org.yici.donations.campaign;

import java.util.Optional;
import java.util.function.Predicate;
import org.yici.platform.outcome.Refusal;

/** What the Charity Law (2023) asks before a campaign opens, one rule a line, each with its reason. */
enum OpeningPolicy {
    QUALIFIED(CampaignReason.NO_QUALIFICATION, campaign -> !campaign.qualification()
            .isBlank()),
    FILED(CampaignReason.NOT_FILED, campaign -> !campaign.filingNumber().isBlank()),
    NAMES_WHO_ANSWERS(
            CampaignReason.NO_CONTACT,
            campaign ->
                    !campaign.personInCharge().isBlank() && !campaign.contact().isBlank());

    private final CampaignReason reason;

    @SuppressWarnings("ImmutableEnumChecker") // the rules above keep nothing
    private final Predicate<Campaign> met;

    OpeningPolicy(CampaignReason reason, Predicate<Campaign> met) {
        this.reason = reason;
        this.met = met;
    }

    /** The first rule that stands in the way; empty when the campaign may open. */
    static Optional<Refusal> against(Campaign campaign) {
        for (OpeningPolicy rule : values()) {
            if (!rule.met.test(campaign)) {
                return Optional.of(Refusal.because(rule.reason));
            }
        }
        return Optional.empty();
    }
}
