package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every decision, judged again,")
class ReplayTest {

    private static Answer replay() {
        return GrantCase.APPROVER.get("/api/v1/programmes/replay").expect(200);
    }

    @Test
    @DisplayName("comes to the same, and a new standard changes none of them")
    void same() {
        Gift.paid(50_000);
        GrantCase grant =
                GrantCase.appliedBy(GrantCase.INTAKE, "hardship", 20_000).reviewed();
        grant.posted();
        grant.endOfNotice();
        assertThat(grant.approved()).isNotEmpty();
        Answer before = replay();
        assertThat(before.json().path("differences").size()).isZero();
        assertThat(before.json().path("decisions").asLong()).isPositive();
        LocalDate tomorrow = LocalDate.ofInstant(ProgramTime.now(), ZoneId.of("Asia/Shanghai"))
                .plusDays(1);
        String version = GrantCase.DEPUTY
                .post("/api/v1/programmes/hardship/versions", """
                        {"from": "%s", "formula": "fixed", "amount": "50", "per": "PERSON", "cap": "100",
                         "funds": "poverty-relief, daily-kindness", "note": "复算"}""".formatted(tomorrow))
                .expect(201)
                .text("id");
        GrantCase.APPROVER
                .post("/api/v1/programmes/hardship/versions/" + version + "/decision", """
                {"decision": "APPROVE"}""")
                .expect(201);
        assertThat(ProgramTime.advance("P2D")).isAfter(Instant.EPOCH);
        assertThat(replay().json().path("differences").size()).isZero();
    }
}
