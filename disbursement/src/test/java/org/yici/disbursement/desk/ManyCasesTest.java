package org.yici.disbursement.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

@DisplayName("Many cases at once")
class ManyCasesTest {

    private static final County county = County.shared();
    private static final String BULK = "/api/v1/applications/bulk";

    private static Answer together(Person person, String action, Object ids) {
        return person.post(BULK, Map.of("action", action, "applications", ids));
    }

    private static Answer form(Person person, String act, String... ids) {
        StringBuilder form = new StringBuilder("idempotencyKey=" + UUID.randomUUID() + "&note=");
        form.append(URLEncoder.encode("入户看过", StandardCharsets.UTF_8));
        for (String id : ids) {
            form.append("&application=").append(id);
        }
        return person.send(
                "/staff/bulk/" + act,
                "POST",
                "application/x-www-form-urlencoded",
                "text/html",
                form.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String state(String id) {
        return county.staff("auditor").get("/api/v1/applications/" + id).text("/state");
    }

    @Test
    @DisplayName("are passed, put on notice and approved together, each with its own answer")
    void fromIntakeToAward() {
        String first = county.filed("schooling", 11_100);
        String second = county.filed("hardship", 22_200);
        Person reviewer = county.staff("reviewer");

        assertThat(together(reviewer, "pass", List.of(first, second)).json().at("/results"))
                .allSatisfy(result -> assertThat(result.at("/state").asString()).isEqualTo("REVIEWED"));
        assertThat(together(reviewer, "post-notice", List.of(first, second)).status())
                .isEqualTo(200);
        Person approver = county.staff("approver");
        Answer early = together(approver, "approve", List.of(first, second));
        assertThat(early.json().at("/results"))
                .allSatisfy(
                        result -> assertThat(result.at("/reason").asString()).isEqualTo("notice-running"));
        assertThat(early.body()).contains("之后才能审批");
        county.aWeekLater();
        assertThat(together(approver, "approve", List.of(first, second)).body()).contains("AWARDED");
        assertThat(List.of(state(first), state(second))).containsOnly("AWARDED");
    }

    @Test
    @DisplayName("do not hold each other back: one that is refused is told, the others are done")
    void oneIsRefused() {
        String good = county.filed("schooling", 11_100);
        String done = county.reviewed("schooling", 11_100);
        Answer answer = together(
                county.staff("reviewer"),
                "pass",
                List.of(done, good, UUID.randomUUID().toString(), "no id", good));

        assertThat(answer.json().at("/results")).hasSize(4);
        assertThat(answer.json().at("/results/0/reason").asString()).isEqualTo("step-not-open");
        assertThat(answer.json().at("/results/1/done").asBoolean()).isTrue();
        assertThat(answer.json().at("/results/2/reason").asString()).isEqualTo("not-found");
        assertThat(answer.json().at("/results/3/reason").asString()).isEqualTo("not-found");
    }

    @Test
    @DisplayName("sent again with the same key are answered the same, and nothing is done twice")
    void sentAgain() {
        String id = county.filed("schooling", 11_100);
        String key = UUID.randomUUID().toString();
        String body = "{\"action\":\"pass\",\"applications\":[\"" + id + "\"]}";
        Person reviewer = county.staff("reviewer");

        String first = reviewer.post(BULK, key, body).body();
        assertThat(reviewer.post(BULK, key, body).body()).isEqualTo(first);
        assertThat(county.staff("auditor")
                        .get("/api/v1/applications/" + id)
                        .json()
                        .at("/history"))
                .hasSize(2);
    }

    @Test
    @DisplayName("are nobody's who has not the role, and not of the one who took them in")
    void notMine() {
        String id = county.filed("schooling", 11_100);
        assertThat(together(county.staff("cashier"), "pass", List.of(id)).text("/results/0/reason"))
                .isEqualTo("role");
        assertThat(county.staff("cashier").get(BULK + "?action=pass").json().at("/items"))
                .isEmpty();
        assertThat(county.staff("reviewer").get(BULK + "?action=pass").body()).contains(id);
    }

    @Test
    @DisplayName("are refused as a whole where none, too many or no such step is asked for")
    void wrongInput() {
        Person reviewer = county.staff("reviewer");
        assertThat(together(reviewer, "pass", List.of()).body()).contains("请至少选中一件");
        List<String> many = IntStream.range(0, 101)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        assertThat(together(reviewer, "pass", many).status()).isEqualTo(422);
        assertThat(together(reviewer, "refuse", List.of(many.get(0))).status()).isEqualTo(422);
        assertThat(reviewer.get(BULK + "?action=").status()).isEqualTo(422);
        assertThat(county.anybody().get(BULK + "?action=pass").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("are shown with their fates before anything is done, and done from the page without a script")
    void onThePage() {
        String first = county.filed("schooling", 11_100);
        String second = county.filed("schooling", 33_300);
        Person reviewer = county.staff("reviewer");
        assertThat(reviewer.page("/staff").body()).contains("/staff/bulk/pass");

        assertThat(reviewer.page("/staff/bulk/pass").body())
                .contains("value=\"" + first + "\"")
                .contains("value=\"" + second + "\"")
                .contains("合计");
        assertThat(state(first)).isEqualTo("SUBMITTED");

        Answer done = form(reviewer, "pass", first);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.body()).contains("办好了 1 件，没有办 0 件");
        assertThat(List.of(state(first), state(second))).containsExactly("REVIEWED", "SUBMITTED");
        assertThat(form(reviewer, "pass", first, UUID.randomUUID().toString()).body())
                .contains(">王桂兰")
                .contains(">一件申请<")
                .doesNotContain(">" + first);
        assertThat(form(reviewer, "pass").body()).contains("请至少选中一件");
        assertThat(reviewer.page("/staff/bulk/refuse").status()).isEqualTo(404);
        assertThat(reviewer.page("/staff/bulk/post-notice?lang=en").body())
                .contains("Post several notices")
                .doesNotContain("??");
    }

    @Test
    @DisplayName("have their names on the page of fates however often it is sent, not the ids of the machine")
    void namedAgain() {
        String id = county.filed("schooling", 11_100);
        Person reviewer = county.staff("reviewer");
        String told = ">" + id + "</a>";
        assertThat(form(reviewer, "pass", id).body()).contains("办好了 1 件").doesNotContain(told);
        assertThat(form(reviewer, "pass", id).body()).contains("没有办 1 件").doesNotContain(told);
    }

    @Test
    @DisplayName("sent with other words after going back in the browser say that the step was taken, and of no key")
    void goneBack() {
        String id = county.filed("schooling", 11_100);
        String page = "/staff/applications/" + id + "/reviews";
        String key = "idempotencyKey=" + UUID.randomUUID();
        Person reviewer = county.staff("reviewer");
        assertThat(posted(reviewer, page, key + "&decision=PASS&note=ok").status())
                .isEqualTo(303);
        Answer again = posted(reviewer, page, key + "&decision=PASS&note=other");
        assertThat(again.body()).contains("这一步已经办过了").doesNotContain("Idempotency-Key");
        assertThat(state(id)).isEqualTo("REVIEWED");
    }

    private static Answer posted(Person person, String path, String form) {
        return person.send(
                path, "POST", "application/x-www-form-urlencoded", "text/html", form.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("that are past their date stand on a list of their own, which comes as a sheet too")
    void overdue() {
        String id = county.filed("schooling", 11_100);
        county.aWeekLater();

        assertThat(county.staff("reviewer").page("/staff?list=late").body()).contains(id);
        assertThat(county.staff("reviewer").page("/staff").body()).contains("已经过了期限");
        Answer sheet = county.staff("reviewer").page("/staff/worklist.xlsx?list=late");
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.type()).contains("spreadsheetml");
        assertThat(sheet.body()).startsWith("PK");
    }
}
