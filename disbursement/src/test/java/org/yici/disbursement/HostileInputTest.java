package org.yici.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

/** Whatever is sent, the answer is a problem in words, never a fault of ours. */
class HostileInputTest {

    private static final County county = County.shared();

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "\"x\"",
            "{}",
            "{\"decision\":7}",
            "{\"decision\":\"PASS\",\"decision\":\"PASS\"}",
            "{\"decision\":\"APPROVE\",\"amount\":{\"value\":-1,\"currency\":\"CNY\"},\"note\":\"x\"}",
            "{\"decision\":\"APPROVE\",\"amount\":{\"value\":1.5,\"currency\":\"CNY\"},\"note\":\"x\"}",
            "{\"decision\":\"APPROVE\",\"amount\":{\"value\":\"100\",\"currency\":\"CNY\"},\"note\":\"x\"}",
            "{\"decision\":\"APPROVE\",\"amount\":{\"value\":99999999999999999999,\"currency\":\"CNY\"},\"note\":\"x\"}",
            "{\"household\":{\"a\":1},\"member\":[],\"programme\":3,\"amount\":[],\"reason\":{}}",
            "{\"household\":\"x\",\"member\":{\"a\":1},\"programme\":\"schooling\",\"amount\":{\"value\":1,\"currency\":\"CNY\"},\"reason\":\"x\"}",
            "{\"text\":\"a\\u0000b\",\"contact\":\"\\ud800\"}",
            "{\"note\":\"" + "长".repeat(5_000) + "\",\"method\":\"SIGNATURE\",\"decision\":\"PASS\"}",
            "{\"awards\":[null,1,\"x\"]}",
            "{\"awards\":[null,\"x\"]}",
            "{\"members\":[null],\"bankCard\":{},\"consent\":\"yes\",\"township\":1}",
            "{\"members\":[null],\"bankCard\":{},\"consent\":true,\"township\":\"x\",\"category\":\"\\u0000\"}",
            "{\"advance\":\"P1Y\"}",
            "{\"advance\":\"-P1D\"}",
            "{\"to\":\"2001-01-01T00:00:00Z\"}",
            "{\"to\":\"yesterday\"}",
            "{\"advance\":\"PT999999999999999H\"}");

    private static List<String> paths() {
        String id = UUID.randomUUID().toString();
        List<String> paths = new ArrayList<>(List.of(
                "/api/v1/households",
                "/api/v1/applications",
                "/api/v1/payouts",
                "/api/v1/notices/N-1-1/objections",
                "/sandbox/clock"));
        for (String known : List.of(id, "x", "%00", "..%2f", county.filed("hardship", 100))) {
            for (String step :
                    List.of("reviews", "notice", "approval", "withdrawal", "resubmission", "objections/Y/resolution")) {
                paths.add("/api/v1/applications/" + known + "/" + step);
            }
            paths.add("/api/v1/awards/" + known + "/confirmation");
            paths.add("/api/v1/awards/" + known + "/followups");
            paths.add("/api/v1/awards/" + known + "/release");
        }
        return paths;
    }

    @Test
    void whatever_is_sent_is_answered_with_a_problem_of_the_senders() {
        Person deputy = county.staff("deputy");
        for (String path : paths()) {
            for (String body : BODIES) {
                Answer answer = deputy.post(path, UUID.randomUUID().toString(), body);
                boolean notRefused = answer.status() < 300 && path.matches(".*(withdrawal|clock)");
                if (!notRefused) {
                    assertThat(answer.status())
                            .as(path + " " + body + " → " + answer.body())
                            .isBetween(400, 499);
                    assertThat(answer.type()).contains("problem+json");
                }
            }
        }
    }

    @Test
    void a_key_is_asked_for_and_other_types_of_content_are_not_taken() {
        Person intake = county.staff("intake");
        assertThat(intake.post("/api/v1/households", "short", "{}").status()).isIn(400, 422);
        assertThat(intake.send("/api/v1/households", "POST", "application/json", "application/json", "{}".getBytes())
                        .status())
                .isEqualTo(400);
        assertThat(intake.send(
                                "/api/v1/households",
                                "POST",
                                "text/plain",
                                "application/json",
                                "{}".getBytes(),
                                "0123456789abcdef")
                        .status())
                .isEqualTo(415);
        assertThat(intake.post(
                                "/api/v1/households",
                                UUID.randomUUID().toString(),
                                "{\"township\":\"" + "x".repeat(300_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(county.staff("cashier")
                        .upload("/api/v1/payouts/" + UUID.randomUUID() + "/results", "x")
                        .status())
                .isIn(404, 422);
        assertThat(county.staff("cashier")
                        .send(
                                "/api/v1/payouts/x/results",
                                "POST",
                                "multipart/form-data; boundary=b",
                                "application/json",
                                "--b--".getBytes())
                        .status())
                .isBetween(400, 499);
        assertThat(county.anybody().post("/api/v1/households", Map.of()).status())
                .isEqualTo(401);
    }
}
