package org.yici.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The program's clock")
class ProgramClockTest {

    private static final Instant WALL = Instant.parse("2026-11-23T10:00:00Z");
    private final ProgramClock clock = new ProgramClock(Clock.fixed(WALL, ZoneOffset.UTC));

    @Test
    @DisplayName("never goes back for an offset that was read before it was moved")
    void neverGoesBack() {
        clock.follow(Duration.ofDays(8));
        clock.follow(Duration.ZERO);

        assertThat(clock.instant()).isEqualTo(WALL.plus(Duration.ofDays(8)));
    }

    @Test
    @DisplayName("begins where an interrupted demo had come to, in the past")
    void beginsInThePast() {
        clock.follow(Duration.ofDays(-3000));

        assertThat(clock.instant()).isEqualTo(WALL.minus(Duration.ofDays(3000)));
    }

    @Test
    @DisplayName("is led by the demo's player until the player gives it back")
    void isLed() {
        clock.moveTo(WALL.minus(Duration.ofDays(400)));
        clock.follow(Duration.ZERO);
        assertThat(clock.instant()).isEqualTo(WALL.minus(Duration.ofDays(400)));

        clock.giveBack(Duration.ZERO);
        clock.follow(Duration.ofDays(-400));
        assertThat(clock.instant()).isEqualTo(WALL);
    }

    @Test
    @DisplayName("stands still, when it is set back, until the wall has come to where it was")
    void standsStill() {
        clock.neverBefore(WALL.plus(Duration.ofHours(2)));
        assertThat(clock.instant()).isEqualTo(WALL.plus(Duration.ofHours(2)));

        clock.neverBefore(WALL);
        clock.follow(Duration.ofDays(8));
        assertThat(clock.instant()).isEqualTo(WALL.plus(Duration.ofHours(2)).plus(Duration.ofDays(8)));

        clock.moveTo(WALL.minus(Duration.ofDays(400)));
        assertThat(clock.instant()).isEqualTo(WALL.minus(Duration.ofDays(400)));
    }
}
