package org.yici.disbursement.followup;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardState;
import org.yici.platform.facts.Fact;
import org.yici.platform.facts.FactOutbox;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** Intake writes down that the household has the money, by its signature or by a code that it was sent. */
@Component
public final class ConfirmReceipt {

    private static final Set<String> METHODS = Set.of("SIGNATURE", "CODE");
    private static final int DETAIL_CHARACTERS = 200;

    private final Once once;
    private final FollowUps followUps;
    private final Casework casework;
    private final FactOutbox outbox;

    ConfirmReceipt(Once once, FollowUps followUps, Casework casework, FactOutbox outbox) {
        this.once = once;
        this.followUps = followUps;
        this.casework = casework;
        this.outbox = outbox;
    }

    /**
     * @param method {@code SIGNATURE} or {@code CODE}
     * @param note who signed, or the last digits of the code; may be left out
     */
    public record Confirmation(
            @Nullable String method, @Nullable String note) {}

    public record Confirmed(String award, ApplicationState state, Instant at) {}

    /**
     * @return refused {@code not-found}, {@code role}, {@code same-person}, {@code step-not-open} or
     *     {@code not-with-household} where all of the money came back
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Confirmed>> confirm(
            StaffMember actor, IdempotencyKey key, String id, Confirmation confirmation) {
        FieldErrors errors = new FieldErrors();
        String method = confirmation.method() == null ? "" : confirmation.method();
        errors.require(METHODS.contains(method), "method", "input.confirmation.method");
        Typed.optionalText(errors, confirmation.note(), "note", DETAIL_CHARACTERS);
        errors.throwIfAny();
        return once.run(
                actor,
                key,
                "confirmation/" + id,
                confirmation,
                Confirmed.class,
                () -> Chain.then(
                        followUps.award(id),
                        award -> award.state() == AwardState.RELEASED
                                ? Mono.just(Outcome.refused(FollowUpReason.NOT_WITH_HOUSEHOLD))
                                : record(actor, award, method, Typed.orNull(confirmation.note()))));
    }

    private Mono<Outcome<Confirmed>> record(StaffMember actor, Award award, String method, @Nullable String note) {
        return casework.step(actor, award.application().toString(), Action.CONFIRM_RECEIPT, note, confirmed -> followUps
                .confirm(award.id(), method, note, actor.username(), confirmed.since())
                .then(outbox.publish(
                        new Fact.ReceiptConfirmed(award.grant().value()), award.sequence(), confirmed.since()))
                .thenReturn(Outcome.done(new Confirmed(award.id().toString(), confirmed.state(), confirmed.since()))));
    }
}
