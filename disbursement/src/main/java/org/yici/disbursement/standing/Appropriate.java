package org.yici.disbursement.standing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** A cashier writes down that the treasury's money for a scheme has come into the special account. */
@Component
public final class Appropriate {

    /** ¥100,000,000.00: many years of a county's scheme; what is beyond it was mistyped. */
    public static final long MOST = 10_000_000_000L;

    private static final int REFERENCE_CHARACTERS = 100;

    private final Once once;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final ProgramClock clock;

    Appropriate(Once once, Ledger ledger, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reference the treasury's document number */
    public record Appropriation(
            @Nullable Amount amount, @Nullable String reference) {}

    public record Appropriated(long sequence, Amount amount) {}

    private record Asked(String scheme, Appropriation appropriation) {}

    /**
     * @return refused {@code role}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Appropriated>> receive(
            StaffMember actor, IdempotencyKey key, Scheme scheme, Appropriation appropriation) {
        if (!actor.has(Role.CASHIER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        FieldErrors errors = new FieldErrors();
        Long fen =
                appropriation.amount() == null ? null : appropriation.amount().value();
        errors.require(fen != null && fen > 0 && fen <= MOST, "amount", "input.standing.amount", MOST / 100);
        Typed.line(errors, appropriation.reference(), "reference", REFERENCE_CHARACTERS);
        errors.throwIfAny();
        Asked asked = new Asked(scheme.code().value(), appropriation);
        return once.run(
                actor,
                key,
                "appropriation",
                asked,
                Appropriated.class,
                () -> record(
                        actor, scheme, Money.ofFen(fen == null ? 0 : fen), String.valueOf(appropriation.reference())));
    }

    private Mono<Outcome<Appropriated>> record(StaffMember actor, Scheme scheme, Money amount, String reference) {
        String id = UUID.randomUUID().toString();
        return ledger.post(List.of(
                        MoneyMoves.treasuryAppropriated("appropriation/" + id, clock.instant(), scheme.code(), amount)
                                .withPrivatePart(Map.of("reference", reference.strip()))))
                .map(postings -> postings.get(0).sequence().orElseThrow())
                .flatMap(sequence -> audit.record(
                                actor,
                                "appropriation-received",
                                id,
                                Map.of("scheme", scheme.code().value(), "amount", amount.fen()))
                        .thenReturn(Outcome.done(new Appropriated(sequence, Amount.of(amount)))));
    }
}
