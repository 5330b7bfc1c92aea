package org.yici.disbursement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.evidence.SomePapers;
import org.yici.platform.clock.ProgramClock;

@DisplayName("Urgent hardship")
class PayFirstTest {

    private static final County county = County.shared();
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    private static String path(String id) {
        return "/api/v1/applications/" + id;
    }

    /** Reviewed, with the papers that are asked for. */
    private static String urgent(long fen) {
        return reviewed(county.filed("urgent-hardship", fen));
    }

    /** Another of the same person. */
    private static String again(String before, long fen) {
        Map<String, Object> application = Map.of(
                "household",
                seen(before).text("/household"),
                "member",
                0,
                "programme",
                "urgent-hardship",
                "amount",
                County.cny(fen),
                "reason",
                "又遇上急事。");
        return reviewed(
                county.staff("intake").post("/api/v1/applications", application).text("/id"));
    }

    private static String reviewed(String id) {
        Person intake = county.staff("intake");
        Map<String, Object> visit = Map.of(
                "visitors",
                List.of("intake", "王强"),
                "day",
                county.bean(ProgramClock.class).today().toString(),
                "findings",
                "灶房烧了。");
        assertThat(intake.post(path(id) + "/home-visits", visit).status()).isEqualTo(201);
        assertThat(statement(intake, id).status()).isEqualTo(201);
        county.staff("reviewer").post(path(id) + "/reviews", Map.of("decision", "PASS", "note", "另一件事，看过。"));
        return id;
    }

    private static Answer statement(Person intake, String id) {
        String key = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"paper\"\r\n\r\n情况说明\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.jpg\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(SomePapers.photo(1));
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return intake.send(
                path(id) + "/evidence",
                "POST",
                "multipart/form-data; boundary=b",
                "application/json",
                body.toByteArray(),
                key);
    }

    private static Answer approve(String id) {
        return county.staff("approver").post(path(id) + "/approval", APPROVE);
    }

    private static Answer seen(String id) {
        return county.staff("auditor").get(path(id));
    }

    private static Answer post(String id) {
        return county.staff("reviewer").post(path(id) + "/notice", Map.of());
    }

    private static Answer object(String id) {
        return county.anybody()
                .post("/api/v1/notices/" + seen(id).text("/notice/code") + "/objections", Map.of("text", "没有这回事。"));
    }

    private static Answer resolve(String id, String receipt, String decision) {
        return county.staff("deputy")
                .post(
                        path(id) + "/objections/" + receipt + "/resolution",
                        Map.of("decision", decision, "note", "上门看过。"));
    }

    private static Answer send(String award) {
        return county.staff("cashier").post("/api/v1/payouts", Map.of("awards", List.of(award)));
    }

    private static void bank(String payout, String status) {
        String at = "/api/v1/payouts/" + payout;
        String endToEnd = county.staff("cashier")
                .get(at + "/file?format=csv")
                .body()
                .split("\r\n")[1]
                .split(",")[0];
        county.staff("cashier").upload(at + "/results", "endToEndId,status\n" + endToEnd + "," + status + "\n");
    }

    @Test
    @DisplayName("is paid first and announced afterwards, and its case never stands anywhere else for that")
    void paidFirst() {
        String id = urgent(80_000);
        assertThat(county.staff("reviewer").page("/staff/applications/" + id).body())
                .contains("不能再先拨付");
        Answer approved = approve(id);
        assertThat(approved.status()).as(approved.body()).isEqualTo(201);
        assertThat(approved.text("/state")).isEqualTo("AWARDED");
        assertThat(county.staff("reviewer").page("/staff/applications/" + id).body())
                .contains("已批准先拨付")
                .doesNotContain("已先拨付");
        String award = approved.text("/award");
        String payout = send(award).text("/id");
        assertThat(post(id).status()).isEqualTo(201);
        assertThat(post(id).text("/reason")).isEqualTo("step-not-open");
        assertThat(seen(id).text("/state")).isEqualTo("PAYING");
        bank(payout, "PAID");
        assertThat(seen(id).text("/state")).isEqualTo("PAID");
        county.aWeekLater();
        county.bean(EndNotices.class).due().block(Duration.ofSeconds(10));
        assertThat(object(id).text("/reason")).isEqualTo("notice-ended");
        Answer after = seen(id);
        assertThat(after.text("/state")).isEqualTo("PAID");
        assertThat(after.body()).contains("end-notice");
    }

    @Test
    @DisplayName("goes the ordinary way above the cap, and may be paid up to it")
    void overTheCap() {
        String id = urgent(100_001);
        Answer over = approve(id);
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.text("/reason")).isEqualTo("over-pay-first");
        assertThat(over.text("/detail")).contains("1,000.00");
        assertThat(seen(id).text("/state")).isEqualTo("REVIEWED");
        assertThat(post(id).status()).isEqualTo(201);
        county.aWeekLater();
        assertThat(approve(id).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("is not split by taking the consent back in between: a notice cut short has not run its days")
    void notSplitByConsent() {
        String first = urgent(90_000);
        assertThat(approve(first).status()).isEqualTo(201);
        assertThat(post(first).status()).isEqualTo(201);
        String second = again(first, 90_000);
        String consent = "/api/v1/households/" + seen(first).text("/household") + "/consent";
        Person intake = county.staff("intake");
        assertThat(intake.post(consent + "/withdrawal", Map.of("kind", "REGISTER", "note", "本人提出。"))
                        .status())
                .isEqualTo(201);
        county.bean(EndNotices.class).due().block(Duration.ofSeconds(10));
        assertThat(object(first).text("/reason")).isEqualTo("notice-taken-down");
        assertThat(intake.post(consent, Map.of("note", "重新签字。")).status()).isEqualTo(201);
        assertThat(approve(second).text("/reason")).isEqualTo("pay-first-running");
    }

    @Test
    @DisplayName("is not split into several to stay below the cap: one waits until the notice of the other has ended")
    void notSplit() {
        String first = urgent(90_000);
        assertThat(approve(first).status()).isEqualTo(201);
        String second = again(first, 90_000);
        Answer refused = approve(second);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("pay-first-running");
        assertThat(post(first).status()).isEqualTo(201);
        assertThat(approve(second).text("/reason")).isEqualTo("pay-first-running");
        county.aWeekLater();
        Answer approved = approve(second);
        assertThat(approved.status()).as(approved.body()).isEqualTo(201);
    }

    @Test
    @DisplayName("above the cap has its form on the page, which says how much may be paid first")
    void theFormAboveTheCap() {
        String id = urgent(150_000);
        String page = "/staff/applications/" + id;
        assertThat(county.staff("approver").page(page).body())
                .contains(page + "/approval")
                .contains("先拨付最多 1,000.00 元");
        assertThat(county.staff("approver").page(page + "?lang=en").body())
                .contains("At most ¥1,000.00 is paid first")
                .doesNotContain("??");
    }

    @Test
    @DisplayName("is the only aid that is: any other waits for its notice")
    void noOther() {
        String id = county.reviewed("hardship", 10_000);
        assertThat(approve(id).text("/reason")).isEqualTo("step-not-open");
        assertThat(county.staff("approver").get(path(id)).json().at("/next").toString())
                .doesNotContain("approve");
        String paidLast = county.awarded("hardship", 10_100);
        assertThat(paidLast).isNotEmpty();
    }

    @Test
    @DisplayName("is not sent while somebody objects, and goes back to its funds when they are right")
    void upheldBeforeItIsSent() {
        long before = county.balance("fund:poverty-relief");
        String id = urgent(50_000);
        String award = approve(id).text("/award");
        assertThat(post(id).status()).isEqualTo(201);
        Answer objected = object(id);
        assertThat(objected.status()).as(objected.body()).isEqualTo(201);
        assertThat(seen(id).text("/state")).isEqualTo("AWARDED");
        assertThat(send(award).text("/reason")).isEqualTo("objection-open");
        Answer upheld = resolve(id, objected.text("/receipt"), "UPHOLD");
        assertThat(upheld.text("/state")).isEqualTo("REFUSED");
        assertThat(seen(id).text("/award/state")).isEqualTo("RELEASED");
        assertThat(county.balance("fund:poverty-relief")).isEqualTo(before);
        assertThat(object(id).text("/reason")).isEqualTo("nothing-to-object");
    }

    @Test
    @DisplayName("is sent when whoever objected was wrong")
    void dismissed() {
        String id = urgent(50_000);
        String award = approve(id).text("/award");
        post(id);
        String receipt = object(id).text("/receipt");
        assertThat(resolve(id, receipt, "DISMISS").text("/state")).isEqualTo("AWARDED");
        assertThat(send(award).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("is to be claimed back when an objection is right after the money is out, and is never sent again")
    void upheldAfterPayment() {
        String id = urgent(50_000);
        String award = approve(id).text("/award");
        String payout = send(award).text("/id");
        post(id);
        String receipt = object(id).text("/receipt");
        assertThat(resolve(id, receipt, "UPHOLD").text("/state")).isEqualTo("PAYING");
        Answer page = county.staff("approver").page("/staff/applications/" + id);
        assertThat(page.body()).contains("要追回");
        bank(payout, "RJCT");
        assertThat(seen(id).text("/state")).isEqualTo("AWARDED");
        assertThat(send(award).text("/reason")).isEqualTo("objection-upheld");
        assertThat(county.staff("approver")
                        .post("/api/v1/awards/" + award + "/release", Map.of("note", "异议成立。"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    @DisplayName(
            "that waits for its notice is on the reviewer's list with the last day for it, and shown late after that")
    void onTheWorkList() {
        String id = urgent(30_000);
        assertThat(county.staff("approver").page("/staff").body()).contains("/staff/applications/" + id);
        approve(id);
        assertThat(county.staff("reviewer").page("/staff").body())
                .contains("先拨付")
                .contains("/staff/applications/" + id);
        county.aWeekLater();
        county.aWeekLater();
        String late = county.staff("reviewer").page("/staff").body();
        assertThat(late).contains("逾期 6 天");
        post(id);
        assertThat(county.staff("reviewer").page("/staff").body()).doesNotContain(id);
    }
}
