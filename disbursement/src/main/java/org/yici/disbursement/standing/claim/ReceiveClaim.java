package org.yici.disbursement.standing.claim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Once;
import org.yici.disbursement.standing.Scheme;
import org.yici.disbursement.standing.StandingReason;
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
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** A cashier, not the one who claimed it back, books what came: the scheme's appropriation has it again. */
@Component
public final class ReceiveClaim {

    private static final String REFERENCE = "[0-9A-Za-z./_-]{4,40}";

    private final Once once;
    private final DueClaims claims;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final ProgramClock clock;

    ReceiveClaim(Once once, DueClaims claims, Ledger ledger, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.claims = claims;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reference the bank's number of that payment */
    public record Came(@Nullable Amount amount, @Nullable String reference) {}

    private record Asked(String scheme, String claim, Came came) {}

    public record Booked(String id, Amount outstanding, long sequence) {}

    /**
     * @return refused {@code role}, {@code not-found}, {@code claim-not-open}, {@code claim-part-booked} or
     *     {@code claim-same-person}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Booked>> receive(
            StaffMember actor, IdempotencyKey key, Scheme scheme, String claim, Came came) {
        if (!actor.has(Role.CASHIER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        FieldErrors errors = new FieldErrors();
        Money amount = Amount.read(came.amount(), "amount", errors);
        String reference = came.reference() == null ? "" : came.reference().strip();
        errors.require(reference.matches(REFERENCE), "reference", "input.due.reference");
        errors.throwIfAny();
        Asked asked = new Asked(scheme.code().value(), claim, came);
        return once.run(actor, key, "receive-claim", asked, Booked.class, () -> Mono.justOrEmpty(Columns.parseId(claim))
                .flatMap(claims::lock)
                .filter(found -> found.scheme().equals(asked.scheme()))
                .flatMap(found -> unlessBooked(actor, scheme, found, amount, reference))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private Mono<Outcome<Booked>> unlessBooked(
            StaffMember actor, Scheme scheme, DueClaim claim, Money amount, String reference) {
        if (actor.is(claim.decidedBy())) {
            return Mono.just(Outcome.refused(StandingReason.CLAIM_SAME_PERSON));
        }
        if (amount.compareTo(claim.outstanding()) > 0) {
            return Mono.just(Outcome.refused(
                    StandingReason.CLAIM_NOT_OPEN, claim.outstanding().yuan()));
        }
        return claims.isBooked(reference)
                .flatMap(booked -> booked
                        ? Mono.just(Outcome.<Booked>refused(StandingReason.CLAIM_PART_BOOKED))
                        : record(actor, scheme, claim, amount, reference));
    }

    private Mono<Outcome<Booked>> record(
            StaffMember actor, Scheme scheme, DueClaim claim, Money amount, String reference) {
        Instant at = clock.instant();
        return ledger.post(List.of(MoneyMoves.treasuryGivenBack("due-claim/" + reference, at, scheme.code(), amount)
                        .withPrivatePart(Map.of("claim", claim.id().toString()))))
                .map(postings -> postings.get(0)
                        .sequence()
                        .orElseThrow(() -> new IllegalStateException("not booked: claim " + claim.id())))
                .flatMap(sequence -> claims.came(claim.id(), amount, reference, actor.username(), at, sequence)
                        .then(audit.record(
                                actor,
                                "due-claim-received",
                                claim.id().toString(),
                                Map.of("amount", amount.fen(), "reference", reference)))
                        .thenReturn(Outcome.done(new Booked(
                                claim.id().toString(),
                                Amount.of(claim.outstanding().minus(amount)),
                                sequence))));
    }
}
