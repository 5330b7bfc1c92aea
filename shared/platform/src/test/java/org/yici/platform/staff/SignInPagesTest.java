package org.yici.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.yici.platform.staff.TinyService.Session;

class SignInPagesTest {
    private static TinyService service;

    @BeforeAll
    static void start() {
        service = TinyService.start("yici.public-url=https://yici.example");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_page_asks_for_name_and_password_and_says_who_lives_in_the_demo() {
        service.client()
                .get()
                .uri("/staff/login?next=/staff/work")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(containsString("工作人员登录"))
                .value(containsString("value=\"/staff/work\""))
                .value(containsString("deputy"))
                .value(matchesPattern("(?s).*id=\"username\"[^>]*autofocus.*"))
                .value(not(containsString("??")));
    }

    @Test
    void on_https_the_cookie_is_bound_to_the_host_and_to_encryption() {
        var answer = enter("intake", DemoStaff.PASSWORD, "/staff/work?page=2");
        answer.expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/staff/work?page=2")
                .expectHeader()
                .exists("Strict-Transport-Security");
        ResponseCookie cookie =
                answer.returnResult(String.class).getResponseCookies().getFirst("__Host-yici_staff");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getDomain()).isNull();
        service.client()
                .get()
                .uri("/staff")
                .cookie("__Host-yici_staff", cookie.getValue())
                .exchange()
                .expectStatus()
                .isOk();
        service.client()
                .get()
                .uri("/staff")
                .cookie("yici_staff", cookie.getValue())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource({"//evil.example", "https://evil.example", "/\\evil.example", "'/a\r\nb'", "javascript:alert(1)", "''"})
    void after_signing_in_nobody_is_sent_to_another_site(String next) {
        enter("intake", DemoStaff.PASSWORD, next)
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/staff");
    }

    @Test
    void a_wrong_password_is_said_on_the_page_which_keeps_the_name_and_the_way() {
        enter("intake", "wrong", "/staff/work")
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .doesNotExist("Set-Cookie")
                .expectBody(String.class)
                .value(containsString("用户名或密码不正确"))
                .value(containsString("value=\"intake\""))
                .value(containsString("value=\"/staff/work\""))
                .value(matchesPattern("(?s).*id=\"password\"[^>]*autofocus.*"))
                .value(not(matchesPattern("(?s).*id=\"username\"[^>]*autofocus.*")));
    }

    @Test
    void a_form_on_another_site_signs_nobody_in() {
        service.client()
                .post()
                .uri("/staff/login")
                .header("Sec-Fetch-Site", "cross-site")
                .body(BodyInserters.fromFormData("username", "intake").with("password", DemoStaff.PASSWORD))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .doesNotExist("Set-Cookie");
    }

    @Test
    void signing_out_needs_the_forms_token_and_ends_the_session() {
        Session session = service.signIn("intake");
        leave(session, "").expectStatus().isForbidden();
        leave(session, session.csrf())
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/staff/login");
        service.client()
                .get()
                .uri("/staff")
                .cookie("__Host-yici_staff", session.cookie())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private static WebTestClient.ResponseSpec leave(Session session, String token) {
        return service.client()
                .post()
                .uri("/staff/logout")
                .cookie("__Host-yici_staff", session.cookie())
                .body(BodyInserters.fromFormData("_csrf", token))
                .exchange();
    }

    private static WebTestClient.ResponseSpec enter(String username, String password, String next) {
        return service.client()
                .post()
                .uri("/staff/login")
                .accept(MediaType.TEXT_HTML)
                .body(BodyInserters.fromFormData("username", username)
                        .with("password", password)
                        .with("next", next))
                .exchange();
    }
}
