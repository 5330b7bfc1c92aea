package org.yici.disbursement.standing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.ledger.AccountCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.MoneyMoves;
import org.yici.ledger.Posting;
import org.yici.ledger.PostingReason;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** An approver fixes the due list of a period: from then on it is owed, and never changed. */
@Component
public final class BookDueList {

    private final Once once;
    private final Dues dues;
    private final DueLists lists;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final ProgramClock clock;

    BookDueList(Once once, Dues dues, DueLists lists, Ledger ledger, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.dues = dues;
        this.lists = lists;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    private record Asked(String scheme, String period) {}

    private record AskedAsSeen(String scheme, String period, String seen) {}

    public record Booked(String id, Amount total, int people, int households) {}

    /**
     * @return refused {@code role}, {@code period-ahead}, {@code list-booked}, {@code nobody-entitled} or
     *     {@code appropriation-short}
     */
    public Mono<Outcome<Booked>> book(StaffMember actor, IdempotencyKey key, Scheme scheme, Period period) {
        return book(actor, key, scheme, period, null);
    }

    /**
     * @param seen the mark of the list that the approver has looked at; null: whatever it is now
     * @return the same, or refused {@code list-changed}
     */
    public Mono<Outcome<Booked>> book(
            StaffMember actor, IdempotencyKey key, Scheme scheme, Period period, @Nullable String seen) {
        if (!actor.has(Role.APPROVER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        if (!period.hasBegun(clock.today())) {
            return Mono.just(Outcome.refused(StandingReason.PERIOD_AHEAD));
        }
        String code = scheme.code().value();
        Record asked = seen == null ? new Asked(code, period.word()) : new AskedAsSeen(code, period.word(), seen);
        return once.run(actor, key, "book-due-list", asked, Booked.class, () -> lists.lockScheme(code)
                .then(lists.find(code, period))
                .map(there -> Outcome.<Booked>refused(StandingReason.LIST_BOOKED))
                .switchIfEmpty(Mono.defer(() -> dues.worked(scheme, period).flatMap(due -> ifSeen(actor, due, seen)))));
    }

    private Mono<Outcome<Booked>> ifSeen(StaffMember actor, DueList due, @Nullable String seen) {
        return seen == null || seen.equals(due.mark())
                ? record(actor, due, clock.instant())
                : Mono.just(Outcome.refused(StandingReason.LIST_CHANGED));
    }

    private Mono<Outcome<Booked>> record(StaffMember actor, DueList due, Instant at) {
        if (due.total().isZero()) {
            return Mono.just(Outcome.refused(StandingReason.NOBODY_ENTITLED));
        }
        return Chain.then(post(due, at), sequence -> {
            BookedList list = new BookedList(
                    UUID.randomUUID(),
                    due.scheme().value(),
                    due.period().word(),
                    due.total(),
                    due.people(),
                    due.households(),
                    sequence,
                    actor.username(),
                    at,
                    null,
                    null);
            return lists.add(list, due)
                    .then(audit.record(
                            actor,
                            "due-list-booked",
                            list.id().toString(),
                            Map.of(
                                    "scheme",
                                    list.scheme(),
                                    "total",
                                    list.total().fen())))
                    .thenReturn(Outcome.done(new Booked(
                            list.id().toString(), Amount.of(list.total()), list.people(), list.households())));
        });
    }

    private Mono<Outcome<Long>> post(DueList due, Instant at) {
        String key = "due/" + due.scheme() + "/" + due.period().word();
        return ledger.post(List.of(MoneyMoves.treasuryDue(key, at, due.scheme(), due.total())
                        .withPrivatePart(Map.of("period", due.period().word()))))
                .flatMap(postings -> postings.get(0)
                        .<Mono<Outcome<Long>>>fold(
                                posted -> Mono.just(Outcome.done(posted.number())),
                                already -> Mono.just(Outcome.refused(StandingReason.LIST_BOOKED)),
                                refused -> refused(due, refused)));
    }

    /** Somebody who fixes the same list at the same moment comes second at the ledger's lock. */
    private Mono<Outcome<Long>> refused(DueList due, Posting.Refused refused) {
        if (refused.reason() == PostingReason.KEY_CONFLICT) {
            return Mono.just(Outcome.refused(StandingReason.LIST_BOOKED));
        }
        if (refused.reason() != PostingReason.FLOOR) {
            throw new IllegalStateException("the ledger refused " + due.scheme() + ": " + refused);
        }
        return ledger.balance(AccountCode.treasuryAppropriation(due.scheme()))
                .map(there -> Outcome.refused(StandingReason.APPROPRIATION_SHORT, there.yuan()));
    }
}
