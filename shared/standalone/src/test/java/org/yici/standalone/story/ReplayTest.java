package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** After the other stories of this county, which grant, refuse, and change every programme's standard. */
@Order(7)
@DisplayName("Every decision of the county, judged again,")
class ReplayTest {

    private static JsonNode replay() {
        return GrantCase.APPROVER.get("/api/v1/programmes/replay").expect(200).json();
    }

    @Test
    @DisplayName("comes to the same, whatever the standards are today")
    void same() {
        if (replay().path("decisions").asLong() == 0) {
            Gift.paid(50_000);
            assertThat(GrantCase.noticeEnded(20_000).approved()).isNotEmpty();
        }
        JsonNode replayed = replay();
        assertThat(replayed.path("decisions").asLong()).isPositive();
        assertThat(replayed.path("differences").size()).as("%s", replayed).isZero();
    }
}
