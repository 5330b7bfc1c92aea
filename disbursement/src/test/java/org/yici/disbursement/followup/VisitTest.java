package org.yici.disbursement.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.Helped;
import org.yici.platform.clock.ProgramClock;

@DisplayName("Visits after the money arrived")
class VisitTest {

    private static final County county = County.shared();

    private static LocalDate today() {
        return LocalDate.ofInstant(county.now(), ProgramClock.CHINA);
    }

    private static LocalDate due(Helped helped) {
        String day = helped.one("select min(due)::text from disbursement.due_visit where award = $1");
        return day == null ? null : LocalDate.parse(day);
    }

    @Test
    @DisplayName("A visit is due so many days after the payment, by programme, and not before there was one")
    void isDueByProgramme() {
        Map.of("schooling", 90, "medical", 60, "hardship", 90)
                .forEach((programme, after) -> assertThat(due(Helped.by(county, programme, 1_000)))
                        .as(programme)
                        .isEqualTo(today().plusDays(after)));
        assertThat(county.bean(VisitPlan.class).all().collectList().block())
                .contains(
                        new VisitPlan.Planned("schooling", 2, 90, true),
                        new VisitPlan.Planned("urgent-hardship", 1, 30, false),
                        new VisitPlan.Planned("disaster-relief", 1, 90, false));
        assertThat(due(new Helped(county, county.awarded("hardship", 1_000)))).isNull();
    }

    @Test
    @DisplayName("Schooling is visited again at the end of the term, and then no more")
    void schoolingTwice() {
        Helped pupil = Helped.by(county, "schooling", 1_000);
        assertThat(visited(pupil, Map.of("school", "STAYS")).status()).isEqualTo(201);
        LocalDate second = due(pupil);
        assertThat(List.of("-01-31", "-07-15")).contains(second.toString().substring(4));
        assertThat(second).isBetween(today().plusDays(90), today().plusDays(90 + 200));
        assertThat(visited(pupil, Map.of("school", "PROMOTED")).status()).isEqualTo(201);
        assertThat(due(pupil)).isNull();
        Answer visits = pupil.get("auditor", "followups");
        assertThat(visits.json().at("/items").size()).isEqualTo(2);
        assertThat(visits.text("/items/1/school")).isEqualTo("PROMOTED");
    }

    @Test
    @DisplayName("A visit that could not take place is due on its new day; a note alone leaves it due")
    void isPutOff() {
        Helped helped = Helped.by(county, "hardship", 1_000);
        LocalDate planned = due(helped);
        assertThat(helped.post("intake", "followups", Map.of("note", "路上遇见，说很好。"))
                        .status())
                .isEqualTo(201);
        assertThat(due(helped)).isEqualTo(planned);
        LocalDate next = today().plusDays(12);
        Answer off = helped.post(
                "reviewer", "followups/missed", Map.of("reason", "家里没人，邻居说去县城了。", "nextVisit", next.toString()));
        assertThat(off.status()).as(off.body()).isEqualTo(201);
        assertThat(due(helped)).isEqualTo(next);
        assertThat(helped.post("intake", "followups/missed", Map.of("reason", "", "nextVisit", today().toString()))
                        .status())
                .isEqualTo(422);
        Answer list = county.staff("intake").get("/api/v1/awards/due-visits?limit=200&township=赞字乡");
        assertThat(list.body()).contains(helped.award());
        assertThat(list.json().at("/items").findValuesAsString("due")).isSorted();
    }

    @Test
    @DisplayName("Who moved away or died is visited no more, unless the visitor sets a day")
    void endsWithThePerson() {
        Helped gone = Helped.by(county, "schooling", 1_000);
        assertThat(gone.post("intake", "followups", Map.of("note", "全家搬走了。", "outcome", "MOVED_AWAY"))
                        .status())
                .isEqualTo(201);
        assertThat(due(gone)).isNull();
        LocalDate again = today().plusDays(20);
        assertThat(gone.post(
                                "intake",
                                "followups",
                                Map.of("note", "又回来了。", "outcome", "MOVED_AWAY", "nextVisit", again.toString()))
                        .status())
                .isEqualTo(201);
        assertThat(due(gone)).isEqualTo(again);
    }

    @Test
    @DisplayName("A school result is of schooling, a bill of medical care, and both of a visit with an outcome")
    void resultsFitTheProgramme() {
        Helped patient = Helped.by(county, "medical", 1_000);
        assertThat(patient.post("intake", "followups", Map.of("note", "在。", "outcome", "PARTLY", "school", "STAYS"))
                        .text("/errors/0/field"))
                .isEqualTo("school");
        assertThat(patient.post("intake", "followups", Map.of("note", "在。", "finished", true))
                        .text("/errors/0/field"))
                .isEqualTo("outcome");
        Answer seen = patient.post(
                "intake",
                "followups",
                Map.of("note", "住院十天。", "outcome", "USED_AS_MEANT", "bill", County.cny(812_345), "finished", false));
        assertThat(seen.status()).as(seen.body()).isEqualTo(201);
        assertThat(patient.get("intake", "followups")
                        .json()
                        .at("/items/0/bill/value")
                        .asLong())
                .isEqualTo(812_345);
        assertThat(patient.post("intake", "followups", Map.of("note", "", "outcome", "WELL"))
                        .json()
                        .at("/errors")
                        .size())
                .isEqualTo(2);
        assertThat(patient.post("cashier", "followups", Map.of("note", "在。")).text("/reason"))
                .isEqualTo("role");
    }

    @Test
    @DisplayName("There is no result of money that has not arrived")
    void notBeforeItArrived() {
        Helped early = new Helped(county, county.awarded("hardship", 1_000));
        Answer answer = early.post("intake", "followups", Map.of("note", "在。", "outcome", "USED_AS_MEANT"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/reason")).isEqualTo("not-with-household");
    }

    @Test
    @DisplayName("What was seen is sealed, and is only ever added to")
    void isSealed() {
        Helped helped = Helped.by(county, "hardship", 1_000);
        assertThat(helped.post("intake", "followups", Map.of("note", "屋顶修好了")).status())
                .isEqualTo(201);
        assertThat(helped.one("select encode(note, 'escape') from disbursement.followup where award = $1"))
                .doesNotContain("屋顶");
    }

    @Test
    @DisplayName("The public is told of five people together, of no fewer, and of no grant")
    void fiveTogether() {
        County own = County.start();
        own.give("poverty-relief", 1_000_000);
        own.settle(1_000_000);
        for (int i = 1; i <= 6; i++) {
            Helped helped = Helped.by(own, "hardship", 1_000);
            Map<String, Object> seen = Map.of("note", "属实。", "outcome", "USED_AS_MEANT");
            assertThat(helped.post("intake", "followups", seen).status()).isEqualTo(201);
            // The same person's second visit makes no sixth person.
            assertThat(helped.post("reviewer", "followups", seen).status()).isEqualTo(201);
            assertThat(told(own)).as("after %d people", i).hasSize(i < 5 ? 0 : 1);
        }
        assertThat(told(own).get(0))
                .isEqualTo("0 {\"answer\":\"USED_AS_MEANT\",\"kind\":\"hardship\",\"question\":\"use\",\"visits\":9}");
    }

    private static List<String> told(County own) {
        return own.bean(DatabaseClient.class)
                .sql("select sequence || ' ' || body from platform.outbox where type = 'outcomes-told' order by number")
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }

    private static Answer visited(Helped helped, Map<String, String> more) {
        Map<String, Object> seen = new java.util.HashMap<>(Map.of("note", "在读。", "outcome", "USED_AS_MEANT"));
        seen.putAll(more);
        return helped.post("intake", "followups", seen);
    }
}
