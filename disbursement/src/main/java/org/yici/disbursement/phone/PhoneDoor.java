package org.yici.disbursement.phone;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * Who comes with a code: it opens for somebody who also knows the last four characters of the identity number of one of
 * the household's people, or of a guardian's. A slip that was lost opens nothing by itself.
 */
@Component
final class PhoneDoor {

    private static final int TAIL = 4;

    private final ApplyCodes codes;
    private final Households households;
    private final Clock wallClock;

    PhoneDoor(ApplyCodes codes, Households households, Clock wallClock) {
        this.codes = codes;
        this.households = households;
        this.wallClock = wallClock;
    }

    /** A code that opened, and whose. */
    record Opened(KeptCode code, Household household) {

        List<Household.Member> members() {
            return household.members();
        }
    }

    /** @return refused {@code code-wrong}, {@code code-over} or {@code code-closed} */
    Mono<Outcome<Opened>> open(String typedCode, String typedTail) {
        return Mono.justOrEmpty(ApplyCode.read(typedCode))
                .flatMap(codes::find)
                .flatMap(code -> code.obstacle(wallClock.instant())
                        .map(reason -> Mono.just(Outcome.<Opened>refused(reason)))
                        .orElseGet(() -> open(code, tail(typedTail))))
                .defaultIfEmpty(Outcome.refused(PhoneReason.CODE_WRONG));
    }

    private Mono<Outcome<Opened>> open(KeptCode code, String tail) {
        return households
                .find(code.household())
                .flatMap(household -> knows(household, tail)
                        ? Mono.just(Outcome.done(new Opened(code, household)))
                        : codes.fail(code.id()).thenReturn(Outcome.refused(PhoneReason.CODE_WRONG)));
    }

    private static boolean knows(Household household, String tail) {
        return tail.length() == TAIL
                && Stream.concat(household.members().stream(), household.guardians().stream())
                        .anyMatch(person -> person.identity().value().endsWith(tail));
    }

    private static String tail(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }
}
