package org.yici.platform.clock;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** One program clock a service; a demo's clock follows what is stored. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    @Bean
    ProgramClock programClock(Clock wallClock) {
        return new ProgramClock(wallClock);
    }

    /** The wall clock, for sessions, rate limits, payment time limits and signature ages. */
    @Bean
    Clock wallClock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnProperty("yici.demo")
    DemoClock demoClock(DatabaseClient database, ProgramClock clock) {
        return new DemoClock(database, clock);
    }

    @Bean
    @ConditionalOnProperty("yici.demo")
    ClockFollower clockFollower(DemoClock clock) {
        return new ClockFollower(clock);
    }
}
