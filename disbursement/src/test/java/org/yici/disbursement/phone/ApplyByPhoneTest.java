package org.yici.disbursement.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

@DisplayName("A household that applies by phone")
class ApplyByPhoneTest {

    private static final County county = County.shared();
    private static final Person household = county.anybody();

    /** A household with its code, and the end of its only member's number. */
    private record Slip(String household, String code, String tail) {

        static Slip given() {
            Map<String, Object> registration = County.household("赞字乡");
            Person intake = county.staff("intake");
            String household = intake.post("/api/v1/households", registration).text("/id");
            Answer issued = intake.post("/api/v1/households/" + household + "/apply-codes", Map.of());
            assertThat(issued.status()).as(issued.body()).isEqualTo(201);
            Map<?, ?> member = (Map<?, ?>) ((List<?>) registration.get("members")).get(0);
            return new Slip(
                    household,
                    issued.text("/code"),
                    member.get("identityNumber").toString().substring(14));
        }

        Map<String, Object> request() {
            return new HashMap<>(Map.of(
                    "code",
                    code,
                    "tail",
                    tail,
                    "member",
                    0,
                    "programme",
                    "schooling",
                    "amount",
                    County.cny(80_000),
                    "reason",
                    "孩子开学。",
                    "truthful",
                    true));
        }

        Answer files() {
            return ApplyByPhoneTest.household(request());
        }

        Answer looks() {
            return ApplyByPhoneTest.household.post(
                    "/api/v1/applications/by-code/standing", Map.of("code", code, "tail", tail));
        }
    }

    private static Answer household(Map<String, Object> request) {
        return household.post("/api/v1/applications/by-code", request);
    }

    private static String caseOf(String household) {
        String page =
                county.staff("auditor").page("/staff/households/" + household).body();
        return page.split("/staff/applications/")[1].split("\"")[0];
    }

    @Test
    @DisplayName("needs its code and the end of a number, files once, and sees how it stands")
    void filesOnceAndLooks() {
        Slip slip = Slip.given();
        assertThat(slip.looks().status()).isEqualTo(404);

        Answer filed = slip.files();
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        assertThat(slip.files().text("/reason")).isEqualTo("code-used");
        Answer seen = slip.looks();
        assertThat(seen.text("/state")).isEqualTo("SUBMITTED");
        assertThat(seen.text("/story/0/action")).isEqualTo("submit-by-phone");
        assertThat(seen.body()).doesNotContain("intake").doesNotContain("陈");
    }

    @Test
    @DisplayName("goes the same way as any other, and whoever gave out the code is its intake")
    void theOfficerIsItsIntake() {
        Slip slip = Slip.given();
        String code = county.staff("deputy")
                .post("/api/v1/households/" + slip.household() + "/apply-codes", Map.of())
                .text("/code");
        Map<String, Object> request = slip.request();
        request.put("code", code);
        assertThat(household(request).status()).isEqualTo(201);
        String id = caseOf(slip.household());

        Answer own = county.staff("deputy")
                .post("/api/v1/applications/" + id + "/reviews", Map.of("decision", "PASS", "note", ""));
        assertThat(own.text("/reason")).isEqualTo("same-person");
        assertThat(county.staff("reviewer")
                        .post("/api/v1/applications/" + id + "/reviews", Map.of("decision", "PASS", "note", ""))
                        .text("/state"))
                .isEqualTo("REVIEWED");
        assertThat(county.staff("reviewer").page("/staff/applications/" + id).body())
                .contains("住户用手机提出了申请");
    }

    @Test
    @DisplayName("is told the same of a wrong code and of a wrong end, and a code is closed after five wrong ends")
    void wrongEnds() {
        Slip slip = Slip.given();
        Map<String, Object> wrong = slip.request();
        wrong.put("tail", slip.tail().startsWith("0") ? "1111" : "0000");
        Map<String, Object> unknown = slip.request();
        unknown.put("code", "0000000000");
        assertThat(household(unknown).body()).isEqualTo(household(wrong).body());
        for (int i = 0; i < 4; i++) {
            assertThat(household(wrong).text("/reason")).isEqualTo("code-wrong");
        }
        assertThat(slip.files().text("/reason")).isEqualTo("code-closed");
    }

    @Test
    @DisplayName("has one code: a newer one ends the one before, and the same request gives the same code again")
    void oneCode() {
        Slip slip = Slip.given();
        Person intake = county.staff("intake");
        String key = UUID.randomUUID().toString();
        String path = "/api/v1/households/" + slip.household() + "/apply-codes";
        String second = intake.post(path, key, "{}").text("/code");
        assertThat(intake.post(path, key, "{}").text("/code")).isEqualTo(second);
        assertThat(slip.files().text("/reason")).isEqualTo("code-over");
        assertThat(county.staff("reviewer").post(path, Map.of()).status()).isEqualTo(403);
        assertThat(household.post(path, Map.of()).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("gets one application out of ten requests at once")
    void atOnce() {
        Slip slip = Slip.given();
        List<Integer> answers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> slip.files().status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    @DisplayName("is told which field to mend, and its code stays good")
    void wrongFields() {
        Slip slip = Slip.given();
        Map<String, Object> request = slip.request();
        request.put("truthful", false);
        assertThat(household(request).body()).contains("请确认上面写的都是真的");
        request.put("reason", "");
        assertThat(household(request).json().at("/errors"))
                .as("the declaration is told with the rest")
                .hasSize(2);
        request = slip.request();
        request.put("member", 7);
        assertThat(household(request).status()).isEqualTo(422);
        request = slip.request();
        request.put("programme", "cars");
        request.put("reason", "");
        assertThat(household(request).json().at("/errors")).hasSize(2);
        assertThat(household
                        .post("/api/v1/applications/by-code", "k".repeat(20), "{\"code\":")
                        .status())
                .isEqualTo(400);
        assertThat(slip.files().status()).isEqualTo(201);
    }

    @Test
    @DisplayName("does all of it in two pages without a script")
    void onPages() {
        Slip slip = Slip.given();
        assertThat(household.page("/apply?code=" + slip.code()).body()).contains("申请码");
        Map<String, String> door = Map.of("code", slip.code(), "tail", slip.tail());
        Answer form = household.submit("/apply", door);
        assertThat(form.status()).as(form.body()).isEqualTo(200);
        assertThat(form.body()).contains("王**").doesNotContain("王桂兰");

        Map<String, String> typed = new HashMap<>(door);
        typed.putAll(Map.of(
                "member", "0", "programme", "schooling", "amount", "800.123", "reason", "孩子开学。", "truthful", "yes"));
        Answer wrong = household.submit("/apply/applications", typed);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("最多两位小数").contains("800.123").contains("孩子开学");
        typed.put("amount", "800");
        Answer done = household.submit("/apply/applications", typed);
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        assertThat(done.body()).contains("收到了您的申请").contains("您提交了申请");
        assertThat(household.submit("/apply", door).body()).contains("您的申请办到哪一步了");
        assertThat(household.submit("/apply?lang=en", door).body())
                .contains("How your application stands")
                .doesNotContain("??");
        assertThat(household.submit("/apply", Map.of("code", "12", "tail", "1")).status())
                .isEqualTo(404);
    }

    private static Answer sends(Slip slip, byte[] file, String path, String accept, String... key) {
        String form = "";
        for (String[] field : new String[][] {
            {"code", slip.code()},
            {"tail", slip.tail()},
            {"paper", "other"},
            {"idempotencyKey", UUID.randomUUID().toString()}
        }) {
            form += "--b\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n" + field[1] + "\r\n";
        }
        form += "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"IMG_1.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(form.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return household.send(path, "POST", "multipart/form-data; boundary=b", accept, body.toByteArray(), key);
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @Test
    @DisplayName(
            "adds photos of its papers until the review, cleaned as any other file, and nobody of the staff had a part in it")
    void papers() throws IOException {
        Slip slip = Slip.given();
        String json = "/api/v1/applications/by-code/evidence";
        assertThat(sends(slip, photo(), json, "application/json", "k".repeat(20))
                        .status())
                .isEqualTo(404);
        assertThat(slip.files().status()).isEqualTo(201);
        Answer added =
                sends(slip, photo(), json, "application/json", UUID.randomUUID().toString());
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        Answer page = sends(slip, photo(), "/apply/papers", "text/html");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("收到了这份材料").contains("已经交上 2 份");
        Answer wrong = sends(slip, "MZ program".getBytes(StandardCharsets.UTF_8), "/apply/papers", "text/html");
        assertThat(wrong.status()).isEqualTo(415);
        String id = caseOf(slip.household());
        assertThat(county.staff("reviewer").page("/staff/applications/" + id).body())
                .contains("住户自己");

        assertThat(county.staff("reviewer")
                        .post("/api/v1/applications/" + id + "/reviews", Map.of("decision", "PASS", "note", ""))
                        .status())
                .isEqualTo(201);
        assertThat(sends(
                                slip,
                                photo(),
                                json,
                                "application/json",
                                UUID.randomUUID().toString())
                        .text("/reason"))
                .isEqualTo("step-not-open");
    }

    @Test
    @DisplayName("has its code on a slip that is shown once, and in no table")
    void theSlip() {
        Slip slip = Slip.given();
        Person intake = county.staff("intake");
        String path = "/staff/households/" + slip.household() + "/apply-code";
        assertThat(intake.page(path).status()).isEqualTo(200);
        assertThat(county.staff("reviewer").page(path).status()).isEqualTo(403);
        Answer shown = intake.send(
                path,
                "POST",
                "application/x-www-form-urlencoded",
                "text/html",
                ("idempotencyKey=" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        assertThat(shown.status()).as(shown.body()).isEqualTo(201);
        assertThat(shown.body()).containsPattern("\\d{3} \\d{3} \\d{4}").contains("/apply");
    }
}
