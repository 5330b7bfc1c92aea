package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** One grant on its way by the JSON of the contract, each step by the person whose step it is. */
final class GrantCase {

    static final Visitor INTAKE = Visitor.staff("intake");
    static final Visitor REVIEWER = Visitor.staff("reviewer");
    static final Visitor APPROVER = Visitor.staff("approver");
    static final Visitor CASHIER = Visitor.staff("cashier");
    static final Visitor DEPUTY = Visitor.staff("deputy");

    final String id;

    private GrantCase(String id) {
        this.id = id;
    }

    /** A household that was registered, and asks for school money. */
    static GrantCase applied(long fen) {
        return appliedBy(INTAKE, fen);
    }

    static GrantCase appliedBy(Visitor intake, long fen) {
        return appliedBy(intake, "schooling", fen);
    }

    static GrantCase appliedBy(Visitor intake, String programme, long fen) {
        String household = intake.post("/api/v1/households", InventedPeople.household())
                .expect(201)
                .text("id");
        Answer application = intake.post("/api/v1/applications", """
                        {"household": "%s", "member": "王小雨", "programme": "%s",
                         "amount": {"value": %d, "currency": "CNY"}, "reason": "开学的路费和书本费"}""".formatted(household, programme, fen))
                .expect(201);
        assertThat(application.text("state")).isEqualTo("SUBMITTED");
        return new GrantCase(application.text("id"));
    }

    /** Reviewed, posted, and the seven days are over. */
    static GrantCase noticeEnded(long fen) {
        GrantCase grant = applied(fen).reviewed();
        grant.posted();
        grant.endOfNotice();
        return grant;
    }

    Answer review(Visitor who) {
        return who.post("/api/v1/applications/" + id + "/reviews", """
                {"decision": "PASS", "note": "入户看过,情况属实"}""");
    }

    @CanIgnoreReturnValue
    GrantCase reviewed() {
        review(REVIEWER).expect(201);
        return this;
    }

    Answer post(Visitor who) {
        return who.post("/api/v1/applications/" + id + "/notice", "{}");
    }

    /** Answers the notice's code. */
    @CanIgnoreReturnValue
    String posted() {
        return post(REVIEWER).expect(201).text("code");
    }

    void endOfNotice() {
        ProgramTime.advance("P8D");
        awaitState("NOTICE_ENDED");
    }

    Answer approve(Visitor who) {
        return who.post("/api/v1/applications/" + id + "/approval", """
                {"decision": "APPROVE", "note": "同意"}""");
    }

    /** Answers the award. */
    String approved() {
        return approve(APPROVER).expect(201).text("award");
    }

    JsonNode look() {
        return INTAKE.get("/api/v1/applications/" + id).expect(200).json();
    }

    String state() {
        return look().path("state").asString();
    }

    void awaitState(String state) {
        Awaitility.await("the case is " + state)
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .until(this::state, state::equals);
    }
}
