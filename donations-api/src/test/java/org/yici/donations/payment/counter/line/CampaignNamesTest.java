package org.yici.donations.payment.counter.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.CampaignState;
import org.yici.donations.campaign.EndedCampaign;

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

    @Test
    void a_campaign_that_is_over_takes_what_was_given_on_one_of_its_days_and_nothing_else() {
        EndedCampaign spring = ended("spring", "2018-04-30");
        assertThat(find("spring", "2018-01-01", spring)).as("its first day").isEqualTo("spring");
        assertThat(find("spring", "2018-04-30", spring)).as("its last day").isEqualTo("spring");
        assertThat(find("spring", "2018-05-01", spring)).isEqualTo("CAMPAIGN_NOT_OPEN");
        assertThat(find("spring", "2017-12-31", spring)).isEqualTo("CAMPAIGN_NOT_OPEN");
        assertThat(find("spring", null, spring)).isEqualTo("CAMPAIGN_NOT_OPEN");
    }

    @Test
    void where_one_of_the_same_title_was_open_on_that_day_and_another_is_now_the_code_has_to_be_said() {
        EndedCampaign spring = ended("spring", "2018-04-30");
        Campaign summer = open("summer");
        assertThat(find("日行一慈，微爱乾行", "2018-04-30", spring, summer)).isEqualTo("CAMPAIGN_AMBIGUOUS");
        assertThat(find("spring", "2018-04-30", spring, summer)).isEqualTo("spring");
        assertThat(find("日行一慈，微爱乾行", "2018-05-03", spring, summer)).isEqualTo("summer");
    }

    private static EndedCampaign ended(String code, String lastDay) {
        return new EndedCampaign(
                open(code).in(CampaignState.CLOSED), LocalDate.of(2018, 1, 1), LocalDate.parse(lastDay));
    }

    private static Campaign open(String code) {
        return World.kindness(code).in(CampaignState.OPEN);
    }

    private static String find(String name, Campaign... campaigns) {
        return find(name, null, List.of(campaigns), List.of());
    }

    private static String find(String name, @Nullable String givenOn, EndedCampaign over, Campaign... others) {
        List<Campaign> all = new ArrayList<>(List.of(others));
        all.add(over.campaign());
        return find(name, givenOn, all, List.of(over));
    }

    private static String find(
            String name, @Nullable String givenOn, List<Campaign> campaigns, List<EndedCampaign> ended) {
        LocalDate day = givenOn == null ? null : LocalDate.parse(givenOn);
        return new CampaignNames(campaigns, ended, NOW).find(name, day, code -> code.value(), LineFlaw::name);
    }
}
