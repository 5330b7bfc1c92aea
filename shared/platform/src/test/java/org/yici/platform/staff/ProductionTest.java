package org.yici.platform.staff;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yici.engines.EnginesForTests;
import org.yici.platform.outcome.RefusedStart;

class ProductionTest {
    private static final String PRODUCTION = "spring.profiles.active=production";

    @Test
    void production_does_not_start_beside_demo_accounts() {
        var engines = EnginesForTests.freshDatabase();
        TinyService.startOn(engines).close();
        assertThatThrownBy(() -> TinyService.startOn(engines, PRODUCTION).close())
                .rootCause()
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("7 demo staff accounts");
    }

    @Test
    void production_makes_no_demo_accounts_of_its_own() {
        assertThatCode(() -> {
                    try (TinyService service = TinyService.start(PRODUCTION)) {
                        service.signInAnswer("intake", DemoStaff.PASSWORD)
                                .expectStatus()
                                .isUnauthorized();
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_second_start_of_the_demo_finds_its_people_there() {
        var engines = EnginesForTests.freshDatabase();
        TinyService.startOn(engines).close();
        try (TinyService again = TinyService.startOn(engines)) {
            again.signInAnswer("deputy", DemoStaff.PASSWORD).expectStatus().isOk();
        }
    }

    @Test
    void the_public_site_starts_without_any_right_on_staff_and_takes_nobody_for_staff() {
        var engines = EnginesForTests.freshDatabase();
        try (TinyService disbursement = TinyService.startOn(engines);
                TinyService site =
                        TinyService.startOn(engines, "yici.database.role=yici_site", "yici.staff-sign-in=false")) {
            String cookie = disbursement.signIn("intake").cookie();
            site.client()
                    .get()
                    .uri("/c/daily-kindness")
                    .cookie("yici_staff", cookie)
                    .exchange()
                    .expectStatus()
                    .isOk();
            site.client()
                    .get()
                    .uri("/staff")
                    .cookie("yici_staff", cookie)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
            site.client()
                    .get()
                    .uri("/api/v1/staff/session")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void one_sign_in_serves_the_other_services() {
        var engines = EnginesForTests.freshDatabase();
        try (TinyService disbursement = TinyService.startOn(engines);
                TinyService donations =
                        TinyService.startOn(engines, "yici.database.role=yici_donations", "yici.staff-sign-in=false")) {
            String cookie = disbursement.signIn("deputy").cookie();
            donations
                    .client()
                    .get()
                    .uri("/staff")
                    .cookie("yici_staff", cookie)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }
}
