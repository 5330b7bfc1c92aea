package org.yici.donations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.yici.engines.EnginesForTests;

class DonationsApplicationTest {

    @Test
    void starts_on_an_empty_database() {
        List<String> settings = new ArrayList<>(List.of("--server.port=0"));
        EnginesForTests.freshDatabase().forEach((name, value) -> settings.add("--" + name + "=" + value));
        try (ConfigurableApplicationContext context = DonationsApplication.app().run(settings.toArray(String[]::new))) {
            assertThat(context.isRunning()).isTrue();
        }
    }
}
