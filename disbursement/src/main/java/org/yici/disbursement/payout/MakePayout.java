package org.yici.disbursement.payout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Floors;
import org.yici.disbursement.Numbering;
import org.yici.disbursement.Once;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.GrantReason;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardId;
import org.yici.disbursement.award.AwardState;
import org.yici.disbursement.award.Awards;
import org.yici.disbursement.household.Households;
import org.yici.ledger.AccountCode;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.ledger.Posting;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The cashier sends awards to the bank in one batch: all of them, or none. */
@Component
public final class MakePayout {

    /** As many lines as a clerk can check in an hour. */
    static final int MOST_AWARDS = 500;

    private final Once once;
    private final Awards awards;
    private final Payouts payouts;
    private final Households households;
    private final Casework casework;
    private final Numbering numbering;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final ProgramClock clock;

    MakePayout(
            Once once,
            Awards awards,
            Payouts payouts,
            Households households,
            Casework casework,
            Numbering numbering,
            Ledger ledger,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.awards = awards;
        this.payouts = payouts;
        this.households = households;
        this.casework = casework;
        this.numbering = numbering;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param awards their ids */
    public record Batch(@Nullable List<@Nullable String> awards) {}

    /** @param code the message id that the bank sees */
    public record Made(String id, String code, String state, Amount total) {}

    /**
     * @return refused {@code role}, {@code same-person}, {@code step-not-open}, {@code award-short}, {@code finding-unanswered} or
     *     {@code card-unconfirmed} for the first award that stands in the way
     * @throws InvalidInput naming every award that is unknown or named twice
     */
    public Mono<Outcome<Made>> make(StaffMember actor, IdempotencyKey key, Batch batch) {
        if (!actor.has(Role.CASHIER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        List<AwardId> ids = ids(batch.awards());
        return once.run(actor, key, "payout", batch, Made.class, () -> find(ids)
                .flatMap(found -> Chain.then(
                        send(actor, found),
                        at -> numbering.next("P", 4, at).flatMap(code -> record(actor, code, at, found)))));
    }

    private static List<AwardId> ids(@Nullable List<@Nullable String> typed) {
        if (typed == null || typed.isEmpty() || typed.size() > MOST_AWARDS) {
            throw InvalidInput.of("awards", "input.payout.awards", MOST_AWARDS);
        }
        List<FieldError> errors = new ArrayList<>();
        List<AwardId> ids = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            Optional<UUID> id = word == null ? Optional.empty() : Columns.parseId(word);
            if (id.isEmpty() || ids.contains(new AwardId(id.get()))) {
                errors.add(FieldError.of("awards[" + i + "]", "input.payout.award"));
            } else {
                ids.add(new AwardId(id.get()));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return ids;
    }

    /** In the order of their applications' ids, which is the order of the locks. */
    private Mono<List<Award>> find(List<AwardId> ids) {
        return Flux.fromIterable(ids).concatMap(awards::find).collectList().map(found -> {
            if (found.size() < ids.size()) {
                HashSet<AwardId> known =
                        new HashSet<>(found.stream().map(Award::id).toList());
                throw new InvalidInput(ids.stream()
                        .filter(id -> !known.contains(id))
                        .map(id -> FieldError.of("awards[" + ids.indexOf(id) + "]", "input.payout.award"))
                        .toList());
            }
            return found.stream()
                    .sorted(Comparator.comparing(award -> award.application().value()))
                    .toList();
        });
    }

    /** Takes the step in every case; the first refusal is the answer. */
    private Mono<Outcome<Instant>> send(StaffMember actor, List<Award> found) {
        return Flux.fromIterable(found)
                .concatMap(award -> casework.step(
                        actor, award.application().toString(), Action.SEND_PAYOUT, null, paying -> awards.move(
                                        award.id(), AwardState.SENT, paying.since())
                                .thenReturn(Outcome.done(paying.since()))))
                .takeUntil(Outcome::isRefused)
                .last();
    }

    private Mono<Outcome<Made>> record(StaffMember actor, String code, Instant at, List<Award> found) {
        PayoutId id = PayoutId.fresh();
        return Flux.fromIterable(found)
                .concatMap(award -> payouts.attempts(award.id()).map(earlier -> award.grant() + "-" + (earlier + 1)))
                .collectList()
                .flatMap(endToEnds -> ledger.post(journals(endToEnds, found, at))
                        .flatMap(postings -> Floors.inTheWay(postings)
                                .map(this::refused)
                                .orElseGet(() -> payees(found)
                                        .flatMap(payees -> record(
                                                actor,
                                                payout(id, code, actor, at, found, endToEnds, postings),
                                                payees)))));
    }

    private Mono<Outcome<Made>> refused(AccountCode award) {
        return ledger.balance(award).map(owed -> Outcome.refused(GrantReason.AWARD_SHORT, owed.yuan()));
    }

    /** Their cards are fixed now: what the file says later is what was checked here. */
    private Mono<List<Payee>> payees(List<Award> found) {
        return Flux.fromIterable(found)
                .concatMap(award -> households.find(award.household()))
                .map(Payee::of)
                .collectList();
    }

    private Mono<Outcome<Made>> record(StaffMember actor, Payout payout, List<Payee> payees) {
        String id = payout.id().toString();
        return payouts.add(payout, payees)
                .then(audit.record(
                        actor,
                        "payout-made",
                        id,
                        Map.of("code", payout.code(), "total", payout.total().fen())))
                .thenReturn(
                        Outcome.done(new Made(id, payout.code(), payout.state().name(), Amount.of(payout.total()))));
    }

    private static List<Journal> journals(List<String> endToEnds, List<Award> found, Instant at) {
        List<Journal> journals = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Award award = found.get(i);
            journals.add(MoneyMoves.payoutSent(
                    "payout/" + endToEnds.get(i), at, award.sequence(), award.grant(), award.kind(), award.amount()));
        }
        return journals;
    }

    private static Payout payout(
            PayoutId id,
            String code,
            StaffMember actor,
            Instant at,
            List<Award> found,
            List<String> endToEnds,
            List<Posting> postings) {
        List<Payout.Item> items = new ArrayList<>();
        Money total = Money.ZERO;
        for (int i = 0; i < found.size(); i++) {
            Award award = found.get(i);
            long sent = postings.get(i).sequence().orElseThrow();
            items.add(new Payout.Item(
                    endToEnds.get(i), award.id(), award.amount(), Payout.ItemState.SENT, sent, null, null, null));
            total = total.plus(award.amount());
        }
        return new Payout(id, code, Payout.State.SENT, total, actor.username(), at, 0, items);
    }
}
