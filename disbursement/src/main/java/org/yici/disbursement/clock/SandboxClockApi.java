package org.yici.disbursement.clock;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yici.platform.clock.DemoClock;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.facts.Wire;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/**
 * Lets a visitor of the demo end a notice without waiting a week. Forward only. Every service follows the stored offset
 * within a second.
 */
@RestController
@ConditionalOnProperty("yici.demo")
final class SandboxClockApi {

    /** Enough for any story; a clock in the year 9999 is of no use to the next visitor. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final DemoClock demo;
    private final ProgramClock clock;
    private final StrictJson json;

    SandboxClockApi(DemoClock demo, ProgramClock clock, StrictJson json) {
        this.demo = demo;
        this.clock = clock;
        this.json = json;
    }

    record Now(String now) {
        static Now at(Instant instant) {
            return new Now(Wire.time(instant));
        }
    }

    /** One of the two: an ISO 8601 duration ({@code P8D}, {@code PT1H}) or an RFC 3339 time. */
    record Move(@Nullable String advance, @Nullable String to) {}

    @GetMapping("/sandbox/clock")
    Mono<Now> now() {
        return demo.refresh().thenReturn(clock).map(ProgramClock::instant).map(Now::at);
    }

    @PostMapping(path = "/sandbox/clock", consumes = APPLICATION_JSON_VALUE)
    Mono<Now> move(@RequestBody byte[] body) {
        Move move = json.read(body, Move.class);
        return demo.refresh().then(Mono.defer(() -> demo.advance(step(move)))).map(Now::at);
    }

    private Duration step(Move move) {
        String advance = move.advance();
        String to = move.to();
        if ((advance == null) == (to == null)) {
            throw InvalidInput.of("advance", "input.clock.one");
        }
        Duration step = advance != null ? duration(advance) : until(to);
        if (step.isNegative() || advance != null && step.isZero()) {
            throw new RefusedException(Refusal.because(ClockReason.NEVER_BACK));
        }
        if (step.compareTo(FARTHEST) > 0) {
            throw InvalidInput.of(advance != null ? "advance" : "to", "input.clock.far", FARTHEST.toDays());
        }
        return step;
    }

    private Duration until(@Nullable String to) {
        try {
            return Duration.between(
                    clock.instant(), OffsetDateTime.parse(String.valueOf(to)).toInstant());
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            throw InvalidInput.of("to", "input.clock.to");
        }
    }

    /** Days, weeks and shorter; months and years have no fixed length. */
    private static Duration duration(String text) {
        try {
            if (text.contains("T") || !text.contains("W")) {
                return Duration.parse(text);
            }
            return Duration.ofDays(Period.parse(text).getDays());
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            throw InvalidInput.of("advance", "input.clock.advance");
        }
    }
}
