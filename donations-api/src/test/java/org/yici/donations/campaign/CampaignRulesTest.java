package org.yici.donations.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.campaign.CampaignState.Step;

class CampaignRulesTest {

    private final Campaign lawful = World.kindness("rules");

    @Test
    void the_table_answers_every_step_in_every_state() {
        for (CampaignState state : CampaignState.values()) {
            for (Step step : Step.values()) {
                assertThat(state.after(step)).as(state + " " + step).isNotNull();
            }
        }
        assertThat(CampaignState.CLOSED.after(Step.OPENING)).isEmpty();
    }

    @Test
    void a_lawful_campaign_may_open() {
        assertThat(OpeningPolicy.against(lawful)).isEmpty();
    }

    @Test
    void no_campaign_opens_without_licence_filing_number_or_contact() {
        assertThat(reason(c -> changed(c, c.filingNumber(), " ", c.contact()))).isEqualTo("campaign-not-qualified");
        assertThat(reason(c -> changed(c, "", c.qualification(), c.contact()))).isEqualTo("campaign-not-filed");
        assertThat(reason(c -> changed(c, c.filingNumber(), c.qualification(), "")))
                .isEqualTo("campaign-no-contact");
    }

    @Test
    void gifts_are_taken_from_the_opening_to_the_end_and_only_while_open() {
        Campaign open = lawful.in(CampaignState.OPEN);
        assertThat(open.takesGiftsAt(open.opensAt())).isTrue();
        assertThat(open.takesGiftsAt(open.opensAt().minusMillis(1))).isFalse();
        assertThat(lawful.takesGiftsAt(Instant.now())).isFalse();
    }

    private String reason(UnaryOperator<Campaign> change) {
        return OpeningPolicy.against(change.apply(lawful))
                .orElseThrow()
                .reason()
                .word();
    }

    private static Campaign changed(Campaign c, String filingNumber, String qualification, String contact) {
        return new Campaign(
                c.code(),
                c.fund(),
                c.state(),
                c.title(),
                c.purpose(),
                c.story(),
                c.chips(),
                c.goal(),
                filingNumber,
                qualification,
                c.organisation(),
                c.personInCharge(),
                contact,
                c.leftOver(),
                c.platformLink(),
                c.opensAt(),
                c.closesAt());
    }
}
