package org.yici.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The demo world's plan")
class ScenarioTest {

    private final People people = People.load();
    private final List<PlannedGift> gifts = new GiftPlan(people).gifts();
    private final List<PlannedGrant> grants = new GrantPlan().grants();

    @Test
    @DisplayName("has the county's gifts, to the fen")
    void hasTheCountysGifts() {
        assertThat(sum("poverty-relief")).isEqualTo(204_065_000);
        assertThat(sum("daily-kindness")).isEqualTo(3_900_000);
        assertThat(gifts).allMatch(gift -> gift.amount() > 0);
    }

    @Test
    @DisplayName("has 8,961 donors against poverty: those with a phone once each, the others one a gift")
    void hasTheCountysDonors() {
        Set<String> phones = new HashSet<>();
        long donors = gifts.stream()
                .filter(gift -> gift.campaign().equals("poverty-relief"))
                .filter(gift -> gift.phone() == null || phones.add(gift.phone()))
                .count();
        assertThat(donors).isEqualTo(8_961);
    }

    @Test
    @DisplayName("helps 74 people with ¥54,500.00 in three kinds of aid")
    void helpsTheCountysPeople() {
        assertThat(grants.stream().mapToLong(PlannedGrant::amount).sum()).isEqualTo(5_450_000);
        assertThat(grants.stream().map(grant -> grant.household() + "/" + grant.member()))
                .doesNotHaveDuplicates()
                .hasSize(74);
        assertThat(grants.stream().map(PlannedGrant::kind)).contains("schooling", "medical", "hardship");
    }

    @Test
    @DisplayName("is the same on every machine")
    void isReproducible() {
        assertThat(new GiftPlan(people).gifts()).isEqualTo(gifts);
        assertThat(new HouseholdPlan(people).households(70)).isEqualTo(new HouseholdPlan(people).households(70));
    }

    private long sum(String campaign) {
        return gifts.stream()
                .filter(gift -> gift.campaign().equals(campaign))
                .mapToLong(PlannedGift::amount)
                .sum();
    }
}
