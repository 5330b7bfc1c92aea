package org.yici.donations.payment.counter.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.CampaignState;

class CampaignNamesTest {

    private static final Instant NOW = Instant.parse("2018-05-04T00:00:00Z");

    @Test
    void a_campaign_is_known_by_its_code_and_by_its_titles_however_they_are_spelt() {
        for (String name : List.of("kindness", " KINDNESS ", "日行一慈,微爱乾行", "日行一慈，微爱 乾行", "a kindness a day")) {
            assertThat(find(name, open("kindness"))).as(name).isEqualTo("kindness");
        }
        assertThat(find("日行一善", open("kindness"))).isEqualTo("CAMPAIGN_UNKNOWN");
    }

    @Test
    void of_two_with_one_title_the_open_one_is_meant() {
        Campaign closed = open("last-year").in(CampaignState.CLOSED);
        assertThat(find("A kindness a day", closed, open("this-year"))).isEqualTo("this-year");
        assertThat(find("A kindness a day", closed)).isEqualTo("CAMPAIGN_NOT_OPEN");
        assertThat(find("A kindness a day", open("here"), open("there"))).isEqualTo("CAMPAIGN_AMBIGUOUS");
        assertThat(find("here", open("here"), open("there"))).isEqualTo("here");
    }

    private static Campaign open(String code) {
        return World.kindness(code).in(CampaignState.OPEN);
    }

    private static String find(String name, Campaign... campaigns) {
        return new CampaignNames(List.of(campaigns), NOW).find(name, code -> code.value(), LineFlaw::name);
    }
}
