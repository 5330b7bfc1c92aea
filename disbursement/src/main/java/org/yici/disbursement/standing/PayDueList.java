package org.yici.disbursement.standing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Once;
import org.yici.ledger.Ledger;
import org.yici.ledger.MoneyMoves;
import org.yici.ledger.SchemeCode;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** A cashier, not the one who fixed it, says that the bank has paid a due list. */
@Component
public final class PayDueList {

    private final Once once;
    private final DueLists lists;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final ProgramClock clock;

    PayDueList(Once once, DueLists lists, Ledger ledger, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.lists = lists;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    private record Asked(String scheme, String period) {}

    public record Paid(String id, Amount total) {}

    /** @return refused {@code role}, {@code list-not-open} or {@code list-same-person} */
    public Mono<Outcome<Paid>> pay(StaffMember actor, IdempotencyKey key, Scheme scheme, Period period) {
        if (!actor.has(Role.CASHIER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        Asked asked = new Asked(scheme.code().value(), period.word());
        return once.run(actor, key, "pay-due-list", asked, Paid.class, () -> lists.lock(asked.scheme(), period)
                .flatMap(list -> pay(actor, list))
                .defaultIfEmpty(Outcome.refused(StandingReason.LIST_NOT_OPEN)));
    }

    private Mono<Outcome<Paid>> pay(StaffMember actor, BookedList list) {
        if (list.isPaid()) {
            return Mono.just(Outcome.refused(StandingReason.LIST_NOT_OPEN));
        }
        if (actor.is(list.bookedBy())) {
            return Mono.just(Outcome.refused(StandingReason.LIST_SAME_PERSON));
        }
        Instant at = clock.instant();
        return ledger.post(List.of(MoneyMoves.treasuryPaid(
                        "due-paid/" + list.id(), at, list.due(), SchemeCode.of(list.scheme()), list.total())))
                .map(postings -> postings.get(0)
                        .sequence()
                        .orElseThrow(() -> new IllegalStateException("owed and not there: " + list.id())))
                .flatMap(sequence -> lists.paid(list.id(), sequence, actor.username(), at))
                .then(audit.record(
                        actor,
                        "due-list-paid",
                        list.id().toString(),
                        Map.of("total", list.total().fen())))
                .thenReturn(Outcome.done(new Paid(list.id().toString(), Amount.of(list.total()))));
    }
}
