package org.yici.disbursement.standing.claim;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.standing.Correction;
import org.yici.disbursement.standing.Corrections;
import org.yici.disbursement.standing.DueList;
import org.yici.disbursement.standing.DueLists;
import org.yici.disbursement.standing.Dues;
import org.yici.disbursement.standing.Scheme;
import org.yici.disbursement.standing.StandingReason;
import org.yici.ledger.Money;
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

/**
 * An approver decides about what was paid too much to somebody who gets nothing any more, all of it: it is claimed back, or
 * left with them. From then on no list puts it right.
 */
@Component
public final class DecideClaim {

    private static final int NOTE_CHARACTERS = 500;

    private final Once once;
    private final Dues dues;
    private final DueLists lists;
    private final DueClaims claims;
    private final Corrections corrections;
    private final AuditTrail audit;
    private final ProgramClock clock;

    DecideClaim(
            Once once,
            Dues dues,
            DueLists lists,
            DueClaims claims,
            Corrections corrections,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.dues = dues;
        this.lists = lists;
        this.claims = claims;
        this.corrections = corrections;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param decision {@code CLAIM} or {@code WAIVE}, with words */
    public record Why(@Nullable String decision, @Nullable String note) {}

    private record Asked(String scheme, String person, Why why) {}

    public record Decided(String id, DueClaim.Decision decision, Amount amount) {}

    /**
     * @return refused {@code role} or {@code nothing-to-claim}
     * @throws InvalidInput without a decision or words
     */
    public Mono<Outcome<Decided>> decide(StaffMember actor, IdempotencyKey key, Scheme scheme, String person, Why why) {
        if (!actor.has(Role.APPROVER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        DueClaim.Decision decision = DueClaim.Decision.of(why.decision());
        FieldErrors errors = new FieldErrors();
        Typed.text(errors, why.note(), "note", NOTE_CHARACTERS);
        errors.throwIfAny();
        Asked asked = new Asked(scheme.code().value(), person, why);
        return once.run(actor, key, "decide-claim", asked, Decided.class, () -> lists.lockScheme(asked.scheme())
                .then(dues.next(scheme, clock.today()))
                .map(list -> left(list, person))
                .flatMap(left -> left.isEmpty()
                        ? Mono.just(Outcome.<Decided>refused(StandingReason.NOTHING_TO_CLAIM))
                        : record(actor, scheme, left, decision, String.valueOf(why.note()))));
    }

    private static List<Correction> left(DueList list, String person) {
        return Columns.parseId(person)
                .map(known -> list.toClaim().stream()
                        .filter(line -> line.person().equals(known))
                        .flatMap(line -> line.months().stream())
                        .toList())
                .orElse(List.of());
    }

    private Mono<Outcome<Decided>> record(
            StaffMember actor, Scheme scheme, List<Correction> left, DueClaim.Decision decision, String note) {
        Correction first = Objects.requireNonNull(left.get(0));
        Money amount = left.stream()
                .map(Correction::amount)
                .reduce(Money.ZERO, Money::plus)
                .negated();
        DueClaim claim = new DueClaim(
                UUID.randomUUID(),
                scheme.code().value(),
                first.person(),
                first.household(),
                amount,
                decision,
                note.strip(),
                actor.username(),
                clock.instant(),
                Money.ZERO);
        return claims.add(claim)
                .then(corrections.ofClaim(claim.id(), left))
                .then(audit.record(
                        actor,
                        "due-claim-decided",
                        claim.id().toString(),
                        Map.of("scheme", claim.scheme(), "amount", amount.fen(), "decision", decision.name())))
                .thenReturn(Outcome.done(new Decided(claim.id().toString(), decision, Amount.of(amount))));
    }
}
