package org.yici.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.yici.platform.staff.TinyService.Session;

class TheDoorTest {
    private static TinyService service;

    @BeforeAll
    static void start() {
        service = TinyService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void signing_in_answers_who_one_is_and_gives_the_cookie() {
        ResponseCookie cookie = service.signInAnswer("deputy", DemoStaff.PASSWORD)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.username")
                .isEqualTo("deputy")
                .jsonPath("$.roles")
                .isEqualTo(List.of("intake", "reviewer", "approver", "cashier"))
                .jsonPath("$.csrf.header")
                .isEqualTo("X-CSRF-Token")
                .jsonPath("$.csrf.token")
                .isNotEmpty()
                .returnResult()
                .getResponseCookies()
                .getFirst("yici_staff");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.isSecure()).isFalse();
    }

    @Test
    void each_sign_in_makes_another_session_and_a_planted_cookie_is_never_taken_over() {
        String planted = "A".repeat(43);
        var answer = service.client()
                .post()
                .uri("/api/v1/staff/session")
                .cookie("yici_staff", planted)
                .bodyValue(Map.of("username", "intake", "password", DemoStaff.PASSWORD))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class);
        assertThat(answer.getResponseCookies().getFirst("yici_staff").getValue())
                .isNotEqualTo(planted);
        get("/staff", new Session(planted, "")).expectStatus().isUnauthorized();
        assertThat(service.signIn("intake").cookie())
                .isNotEqualTo(service.signIn("intake").cookie());
    }

    @Test
    void a_wrong_password_an_unknown_name_and_a_disabled_account_are_answered_alike() throws Exception {
        service.asOwner("update staff.account set disabled_at = now() where username = 'admin'");
        for (var tried : Map.of("auditor", "wrong", "nobody", DemoStaff.PASSWORD, "admin", DemoStaff.PASSWORD)
                .entrySet()) {
            service.signInAnswer(tried.getKey(), tried.getValue())
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectHeader()
                    .doesNotExist("Set-Cookie")
                    .expectBody()
                    .jsonPath("$.reason")
                    .isEqualTo("wrong-sign-in");
        }
        service.asOwner("update staff.account set disabled_at = null where username = 'admin'");
    }

    @Test
    void an_account_with_a_second_factor_cannot_sign_in_while_the_factor_cannot_be_checked() throws Exception {
        service.asOwner("update staff.account set totp_secret = 'secret' where username = 'admin'");
        service.signInAnswer("admin", DemoStaff.PASSWORD).expectStatus().isUnauthorized();
        service.asOwner("update staff.account set totp_secret = null where username = 'admin'");
    }

    @Test
    void the_eleventh_try_after_ten_failures_waits_even_with_the_right_password() throws Exception {
        for (int i = 0; i < 10; i++) {
            service.signInAnswer("cashier", "guess " + i).expectStatus().isUnauthorized();
        }
        String wait = service.signInAnswer("cashier", DemoStaff.PASSWORD)
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("too-many-attempts")
                .returnResult()
                .getResponseHeaders()
                .getFirst("Retry-After");
        assertThat(Integer.parseInt(wait)).isBetween(200, 300);
        service.signInAnswer("intake", DemoStaff.PASSWORD).expectStatus().isOk();
        service.asOwner("update staff.sign_in_failure set at = at - interval '5 minutes'");
        service.signInAnswer("cashier", DemoStaff.PASSWORD).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"x\"", ""})
    void a_body_that_cannot_be_read_is_a_bad_request(String body) {
        postSession(body).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"username\":\"intake\"}", "{\"username\":1,\"password\":\"x\"}"})
    void a_missing_or_mistyped_field_is_named(String body) {
        postSession(body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isNotEmpty();
    }

    @Test
    void a_session_is_read_and_ended() {
        Session session = service.signIn("reviewer");
        get("/api/v1/staff/session", session)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.csrf.token")
                .isEqualTo(session.csrf());
        service.client()
                .delete()
                .uri("/api/v1/staff/session")
                .cookie("yici_staff", session.cookie())
                .header("X-CSRF-Token", session.csrf())
                .exchange()
                .expectStatus()
                .isNoContent();
        get("/api/v1/staff/session", session).expectStatus().isUnauthorized();
    }

    @Test
    void a_form_that_cannot_be_decoded_is_the_senders_fault() {
        Session session = service.signIn("intake");
        service.client()
                .post()
                .uri("/staff/form")
                .cookie("yici_staff", session.cookie())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("_csrf=%zz")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void nobody_else_ends_a_session() {
        Session session = service.signIn("reviewer");
        service.client()
                .delete()
                .uri("/api/v1/staff/session")
                .cookie("yici_staff", session.cookie())
                .exchange()
                .expectStatus()
                .isForbidden();
        get("/api/v1/staff/session", session).expectStatus().isOk();
    }

    @Test
    void a_session_ends_after_two_idle_hours_and_after_twelve_in_any_case() throws Exception {
        Session session = service.signIn("auditor");
        service.asOwner("update staff.session set seen_at = now() - interval '119 minutes' where username = 'auditor'");
        get("/staff", session).expectStatus().isOk();
        service.asOwner("update staff.session set seen_at = now() - interval '121 minutes' where username = 'auditor'");
        get("/staff", session).expectStatus().isUnauthorized();
        Session second = service.signIn("auditor");
        service.asOwner(
                "update staff.session set created_at = now() - interval '721 minutes' where username = 'auditor'");
        get("/staff", second).expectStatus().isUnauthorized();
    }

    @Test
    void disabling_an_account_ends_its_sessions_at_once() throws Exception {
        Session session = service.signIn("approver");
        service.asOwner("update staff.account set disabled_at = now() where username = 'approver'");
        get("/staff", session).expectStatus().isUnauthorized();
        service.asOwner("update staff.account set disabled_at = null where username = 'approver'");
    }

    @Test
    void people_who_are_not_signed_in_are_shown_the_door_and_come_back_where_they_were_going() {
        service.client()
                .get()
                .uri("/staff/work?page=2")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/staff/login?next=%2Fstaff%2Fwork%3Fpage%3D2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "yici", "%00", "AAAA.BBBB", "{}"})
    void a_cookie_that_is_no_session_is_just_not_signed_in(String cookie) {
        get("/staff", new Session(cookie, "")).expectStatus().isUnauthorized();
        get("/c/daily-kindness", new Session(cookie, "")).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/give", "/api/v1/notices/N1/objections", "/notices/N1/objections"})
    void what_is_open_is_open_without_any_token(String path) {
        service.client().post().uri(path).exchange().expectStatus().isOk();
    }

    @Test
    void programs_that_are_not_signed_in_get_a_problem() {
        service.client()
                .post()
                .uri("/api/v1/households")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("not-signed-in");
    }

    @Test
    void a_method_that_asks_for_staff_is_closed_to_others_wherever_it_lies() {
        service.client()
                .post()
                .uri("/api/v1/campaigns")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        service.client()
                .post()
                .uri("/api/v1/campaigns")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/households", "/give"})
    void an_unsafe_request_with_the_cookie_must_show_the_sessions_token(String path) {
        Session session = service.signIn("intake");
        Session other = service.signIn("intake");
        post(path, session)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("csrf");
        post(path, session).header("X-CSRF-Token", "").exchange().expectStatus().isForbidden();
        post(path, session)
                .header("X-CSRF-Token", other.csrf())
                .exchange()
                .expectStatus()
                .isForbidden();
        post(path, session)
                .header("X-CSRF-Token", session.csrf())
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void a_form_shows_the_token_in_a_field_and_keeps_its_other_fields() {
        Session session = service.signIn("intake");
        post("/staff/form", session)
                .body(BodyInserters.fromFormData("words", "好").with("_csrf", session.csrf()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("said 好");
        post("/staff/form", session)
                .body(BodyInserters.fromFormData("words", "好"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_form_with_a_file_shows_the_token_in_a_part() {
        Session session = service.signIn("intake");
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("file", "name,amount").filename("households.csv");
        post("/staff/upload", session)
                .body(BodyInserters.fromMultipartData(parts.build()))
                .exchange()
                .expectStatus()
                .isForbidden();
        parts.part("_csrf", session.csrf());
        post("/staff/upload", session)
                .body(BodyInserters.fromMultipartData(parts.build()))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void parts_that_cannot_be_read_are_a_bad_request() {
        post("/staff/upload", service.signIn("intake"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .bodyValue("--y\r\nbroken")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_pages_forms_carry_the_token_by_themselves_and_the_page_knows_the_person() {
        Session session = service.signIn("intake");
        String field = "name=\"_csrf\" value=\"" + session.csrf() + "\"";
        get("/staff/page", session)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page)
                        .contains(DemoStaff.named("intake").name())
                        .containsPattern("(?s)" + field + ".*" + field));
        service.client()
                .get()
                .uri("/open/page")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).doesNotContain("_csrf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/c//daily-kindness", "/staff%2Fwork", "/staff;x=1/work", "/c/%00", "/c/..%2f..%2fstaff"})
    void addresses_that_no_honest_client_sends_are_bad_requests(String address) {
        service.client()
                .get()
                .uri(URI.create(service.address() + address))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void every_answer_tells_the_browser_what_not_to_do() {
        service.client()
                .get()
                .uri("/c/daily-kindness")
                .exchange()
                .expectHeader()
                .value("Content-Security-Policy", containsString("default-src 'self'"))
                .expectHeader()
                .valueEquals("Referrer-Policy", "same-origin")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .doesNotExist("Strict-Transport-Security")
                .expectHeader()
                .doesNotExist("Cache-Control")
                .expectHeader()
                .exists("Permissions-Policy");
        get("/staff", service.signIn("intake")).expectHeader().valueEquals("Cache-Control", "no-store");
    }

    private static WebTestClient.ResponseSpec get(String path, Session session) {
        return service.client()
                .get()
                .uri(path)
                .cookie("yici_staff", session.cookie())
                .exchange();
    }

    private static WebTestClient.RequestBodySpec post(String path, Session session) {
        return service.client().post().uri(path).cookie("yici_staff", session.cookie());
    }

    private static WebTestClient.ResponseSpec postSession(String body) {
        return service.client()
                .post()
                .uri("/api/v1/staff/session")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
