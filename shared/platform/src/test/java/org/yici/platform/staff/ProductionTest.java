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
}
