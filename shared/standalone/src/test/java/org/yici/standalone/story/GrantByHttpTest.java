package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.standalone.story.GrantCase.APPROVER;
import static org.yici.standalone.story.GrantCase.CASHIER;
import static org.yici.standalone.story.GrantCase.DEPUTY;
import static org.yici.standalone.story.GrantCase.INTAKE;
import static org.yici.standalone.story.GrantCase.REVIEWER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A grant by the JSON of the contract, from the household to its signature, and every way in which it is refused. */
@Order(2)
class GrantByHttpTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @BeforeAll
    static void the_fund_has_money() {
        Books.awaitPublished(Gift.paid(1_000_000).sequence());
        SmallCampaign.settle();
    }

    @Test
    void a_grant_goes_from_intake_to_signature_and_the_public_sees_each_step() {
        Books.awaitQuiet();
        JsonNode before = Books.summary();
        GrantCase grant = GrantCase.applied(80_000).reviewed();

        Answer notice = grant.post(REVIEWER).expect(201);
        Instant endsAt = Instant.parse(notice.text("endsAt"));
        assertThat(endsAt.atZone(CHINA).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(endsAt.atZone(CHINA).toLocalDate())
                .isEqualTo(ProgramTime.now().atZone(CHINA).toLocalDate().plusDays(8));
        Awaitility.await("the masked notice is up")
                .untilAsserted(() -> assertThat(notices()).contains(notice.text("code"), "王"));
        assertThat(notices()).doesNotContain("小雨", "桂兰");

        grant.endOfNotice();
        Awaitility.await("the masked notice comes down")
                .untilAsserted(() -> assertThat(notices()).doesNotContain(notice.text("code")));
        String award = grant.approved();
        assertMoved(before, 80_000, 0);

        Answer payout = CASHIER.post("/api/v1/payouts", "{\"awards\": [\"" + award + "\"]}")
                .expect(201);
        assertThat(Books.fen(payout.json().path("total"))).isEqualTo(80_000);
        assertThat(grant.state()).isEqualTo("PAYING");
        assertMoved(before, 80_000, 0);
        String address = "/api/v1/payouts/" + payout.text("id");
        List<String> ordered = BankFile.ordered(
                CASHIER.get(address + "/file?format=pain.001").expect(200).body());
        assertThat(ordered).hasSize(1);
        assertThat(CASHIER.get(address + "/file?format=csv").expect(200).body()).contains(ordered.get(0), "800.00");

        CASHIER.upload(address + "/results", "result.xml", BankFile.pain002(payout.text("code"), ordered, "ACSC"))
                .expect(200);
        assertThat(grant.state()).isEqualTo("PAID");
        assertMoved(before, 0, 80_000);
        CASHIER.upload(address + "/results", "again.xml", BankFile.pain002(payout.text("code"), ordered, "ACSC"))
                .expect(200);
        assertMoved(before, 0, 80_000);

        INTAKE.post("/api/v1/awards/" + award + "/confirmation", "{\"method\": \"SIGNATURE\"}")
                .expect(201);
        assertThat(grant.state()).isEqualTo("CONFIRMED");
        assertThat(grant.look().path("history").size()).isGreaterThanOrEqualTo(6);
        assertThat(Books.summary().path("grants").asLong())
                .isEqualTo(before.path("grants").asLong() + 1);
        assertThat(Books.summary().path("people").asLong())
                .isEqualTo(before.path("people").asLong() + 1);
        JsonNode shown = Visitor.stranger()
                .get("/api/v1/grants?limit=1")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(shown.path("state").asString()).isEqualTo("PAID");
        assertThat(shown.path("kind").asString()).isEqualTo("schooling");
        assertThat(shown.path("fund").asString()).isEqualTo(SmallCampaign.FUND);
        assertThat(Books.fen(shown.path("amount"))).isEqualTo(80_000);
        JsonNode trace = Visitor.stranger()
                .get("/api/v1/trace/" + shown.path("sequence").asLong())
                .expect(200)
                .json();
        long drawn = 0;
        for (JsonNode gift : trace.path("gifts")) {
            drawn += Books.fen(gift.path("amount"));
        }
        assertThat(drawn).isEqualTo(80_000);
    }

    @Test
    void a_payment_that_the_bank_gives_back_is_committed_again() {
        GrantCase grant = GrantCase.noticeEnded(5_000);
        String award = grant.approved();
        Answer payout = CASHIER.post("/api/v1/payouts", "{\"awards\": [\"" + award + "\"]}")
                .expect(201);
        Books.awaitQuiet();
        JsonNode before = Books.summary();
        String address = "/api/v1/payouts/" + payout.text("id");
        String order =
                CASHIER.get(address + "/file?format=pain.001").expect(200).body();
        CASHIER.upload(address + "/results", "result.csv", BankFile.csv(BankFile.ordered(order), "rejected"))
                .expect(200);
        assertThat(grant.state()).isEqualTo("AWARDED");
        assertMoved(before, 0, 0);
    }

    @Test
    void one_person_never_does_two_steps_of_one_grant() {
        GrantCase grant = GrantCase.appliedBy(DEPUTY, 6_000);
        grant.review(DEPUTY).expectRefusal(403, "same-person");
        assertThat(grant.state()).isEqualTo("SUBMITTED");
        grant.review(REVIEWER).expect(201);

        GrantCase other = GrantCase.applied(6_000);
        other.review(DEPUTY).expect(201);
        other.post(REVIEWER).expect(201);
        other.endOfNotice();
        other.approve(DEPUTY).expectRefusal(403, "same-person");
        String award = other.approved();
        DEPUTY.post("/api/v1/payouts", "{\"awards\": [\"" + award + "\"]}").expectRefusal(403, "same-person");
    }

    @Test
    void each_step_belongs_to_its_role() {
        REVIEWER.post("/api/v1/households", InventedPeople.household()).expectRefusal(403, "role");
        GrantCase grant = GrantCase.applied(6_000);
        grant.review(INTAKE).expectRefusal(403, "role");
        grant.review(CASHIER).expectRefusal(403, "role");
        grant.reviewed();
        grant.post(INTAKE).expectRefusal(403, "role");
        grant.posted();
        grant.approve(REVIEWER).expectRefusal(403, "role");
        APPROVER.post("/api/v1/payouts", "{\"awards\": [\"" + grant.id + "\"]}").expectRefusal(403, "role");
        Visitor.staff("auditor")
                .post("/api/v1/households", InventedPeople.household())
                .expectRefusal(403, "role");
        assertThat(grant.state()).isEqualTo("ON_NOTICE");
    }

    @Test
    void who_is_not_signed_in_reads_no_case_and_takes_no_step() {
        GrantCase grant = GrantCase.applied(6_000);
        Visitor.stranger().get("/api/v1/applications/" + grant.id).expect(401);
        grant.review(Visitor.stranger()).expect(401);
        Visitor.stranger()
                .post("/api/v1/households", InventedPeople.household())
                .expect(401);
        Visitor.stranger()
                .postWithoutKey("/api/v1/staff/session", "{\"username\": \"nobody\", \"password\": \"wrong\"}")
                .expect(401);
        grant.review(REVIEWER.without("X-CSRF-Token")).expect(403);
        assertThat(grant.state()).isEqualTo("SUBMITTED");
    }

    @Test
    void nothing_is_approved_before_the_notice_ends() {
        GrantCase grant = GrantCase.applied(6_000);
        grant.approve(APPROVER).expect(409);
        grant.reviewed();
        grant.posted();
        ProgramTime.advance("P6D");
        grant.approve(APPROVER).expectRefusal(409, "notice-running");
        assertThat(grant.state()).isEqualTo("ON_NOTICE");
        JsonNode approval = step(APPROVER, grant, "approve");
        assertThat(approval.path("allowed").asBoolean()).isFalse();
        assertThat(approval.path("reason").asString()).isNotBlank();
    }

    @Test
    void an_award_beyond_what_the_funds_hold_changes_nothing() {
        Books.awaitQuiet();
        long tooMuch = Books.fen("balance") + 1;
        GrantCase grant = GrantCase.noticeEnded(Math.min(tooMuch, 700_000));
        if (tooMuch > 700_000) {
            GrantCase.noticeEnded(tooMuch - 700_000).approved();
        }
        Books.awaitQuiet();
        JsonNode before = Books.summary();
        grant.approve(APPROVER).expectRefusal(409, "fund-short");
        Books.awaitQuiet();
        assertThat(Books.summary()).isEqualTo(before);
        assertThat(grant.state()).isEqualTo("NOTICE_ENDED");
        Gift.paid(1_000_000);
    }

    @Test
    void twenty_approvals_at_once_make_one_award() {
        GrantCase grant = GrantCase.noticeEnded(6_000);
        Books.awaitQuiet();
        long committed = Books.fen("committed");
        List<Integer> answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> grant.approve(APPROVER).status())
                .toList();
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(19);
        Awaitility.await().until(() -> Books.fen("committed") == committed + 6_000);
        Books.awaitQuiet();
        assertThat(Books.fen("committed")).isEqualTo(committed + 6_000);
    }

    @Test
    void an_objection_stops_a_grant_until_it_is_resolved() {
        GrantCase grant = GrantCase.applied(6_000).reviewed();
        String notice = grant.posted();
        Answer receipt = Visitor.stranger()
                .post("/api/v1/notices/" + notice + "/objections", "{\"text\": \"这家有两台车\", \"contact\": \"邻居\"}")
                .expect(201);
        assertThat(receipt.text("receipt")).isNotBlank();
        Instant.parse(receipt.text("at"));
        assertThat(grant.state()).isEqualTo("OBJECTED");
        ProgramTime.advance("P8D");
        grant.approve(APPROVER).expect(409);
        assertThat(grant.state()).isEqualTo("OBJECTED");
    }

    @Test
    void who_objects_after_the_end_is_told_so() {
        GrantCase grant = GrantCase.applied(6_000).reviewed();
        String notice = grant.posted();
        grant.endOfNotice();
        Visitor.stranger()
                .post("/api/v1/notices/" + notice + "/objections", "{\"text\": \"太晚了\"}")
                .expectRefusal(409, "notice-ended");
    }

    @Test
    void the_programs_clock_never_goes_back() {
        Instant now = ProgramTime.now();
        Answer back = Visitor.stranger().postWithoutKey("/sandbox/clock", "{\"to\": \"2018-01-01T00:00:00Z\"}");
        assertThat(back.status()).isBetween(400, 499);
        assertThat(ProgramTime.now()).isAfterOrEqualTo(now);
    }

    private static String notices() {
        return Visitor.stranger().get("/api/v1/notices?limit=200").expect(200).body();
    }

    private static JsonNode step(Visitor who, GrantCase grant, String action) {
        JsonNode next =
                who.get("/api/v1/applications/" + grant.id).expect(200).json().path("next");
        for (JsonNode offer : next) {
            if (offer.path("action").asString().startsWith(action)) {
                return offer;
            }
        }
        throw new AssertionError("no step " + action + " in " + next);
    }

    /** Since {@code before}, so much more is committed and disbursed; and it left the funds. */
    private static void assertMoved(JsonNode before, long committed, long disbursed) {
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            JsonNode now = Books.summary();
            assertThat(difference(before, now, "committed")).as("committed").isEqualTo(committed);
            assertThat(difference(before, now, "disbursed")).as("disbursed").isEqualTo(disbursed);
            assertThat(difference(before, now, "balance")).as("balance").isEqualTo(-committed - disbursed);
            assertThat(difference(before, now, "received")).as("received").isZero();
        });
    }

    private static long difference(JsonNode before, JsonNode now, String figure) {
        return Books.fen(now.path(figure)) - Books.fen(before.path(figure));
    }
}
