package org.yici.disbursement.phone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Apply;
import org.yici.disbursement.application.Request;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** A household files its application itself, once a code. From then on it goes the same way as any other. */
@Component
public final class FileByPhone {

    private final Once once;
    private final PhoneDoor door;
    private final ApplyCodes codes;
    private final Apply apply;

    FileByPhone(Once once, PhoneDoor door, ApplyCodes codes, Apply apply) {
        this.once = once;
        this.door = door;
        this.codes = codes;
        this.apply = apply;
    }

    /**
     * What the household typed.
     *
     * @param tail the last four characters of somebody's identity number
     * @param member for whom, by place in the household from 0
     * @param truthful that everything is true; without it nothing is filed
     */
    public record Wanted(
            @Nullable String code,
            @Nullable String tail,
            @Nullable Integer member,
            @Nullable String programme,
            @Nullable Amount amount,
            @Nullable String reason,
            @Nullable Amount expense,
            @Nullable Integer months,
            @Nullable Boolean truthful) {
        @Override
        public String toString() {
            return "a request by phone";
        }

        Request of(String household) {
            return new Request(household, member, programme, amount, reason, expense, months);
        }
    }

    public record Filed(ApplicationState state, Instant at) {}

    /**
     * @return refused {@code code-wrong}, {@code code-over}, {@code code-closed} or {@code code-used}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Filed>> file(IdempotencyKey key, Wanted wanted) {
        return Chain.then(door.open(orEmpty(wanted.code()), orEmpty(wanted.tail())), opened -> {
            Request request = wanted.of(opened.household().id().toString());
            FieldErrors errors = new FieldErrors();
            Apply.check(request, errors);
            errors.require(Boolean.TRUE.equals(wanted.truthful()), "truthful", "input.apply.truthful");
            errors.throwIfAny();
            return once.runForThePublic(key, "apply-by-phone", wanted, Filed.class, () -> file(opened.code(), request));
        });
    }

    private Mono<Outcome<Filed>> file(KeptCode opened, Request request) {
        return codes.lock(opened.id())
                .flatMap(code -> code.application() != null
                        ? Mono.just(Outcome.refused(PhoneReason.CODE_USED))
                        : apply.put(request, code.issuedBy(), Action.SUBMIT_BY_PHONE)
                                .flatMap(application -> use(code, application)));
    }

    private Mono<Outcome<Filed>> use(KeptCode code, Application application) {
        return codes.use(code.id(), application.id(), application.since())
                .thenReturn(Outcome.done(new Filed(application.state(), application.since())));
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
