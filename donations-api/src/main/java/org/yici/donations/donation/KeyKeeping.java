package org.yici.donations.donation;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.donations.Loop;

/** Forgets the idempotency keys of the week before last; those of this week and the last one are kept. */
@Configuration(proxyBeanMethods = false)
class KeyKeeping {

    @Bean
    Loop forgettingKeys(DatabaseClient database) {
        return new Loop(
                "Forgetting old keys", Duration.ofHours(6), () -> database.sql("select donations.forget_old_keys()")
                        .then());
    }
}
