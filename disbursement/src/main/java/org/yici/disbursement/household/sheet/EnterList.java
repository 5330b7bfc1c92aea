package org.yici.disbursement.household.sheet;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yici.disbursement.household.sheet.RegisterImport.State;
import org.yici.disbursement.household.sheet.plan.PlaceBook;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Enters a list that somebody has looked through: confirmed at once, then put on the register household by household, with
 * its progress written down. A crash at any moment costs nothing, for what is on the register is not put there again.
 */
@Component
public final class EnterList {

    private static final int PART = 100;
    /** So long a list whose entering stopped is left alone. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final RegisterImports imports;
    private final RegisterLines lines;
    private final OnRegister onRegister;
    private final EnterHousehold enterHousehold;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;

    EnterList(
            RegisterImports imports,
            RegisterLines lines,
            OnRegister onRegister,
            EnterHousehold enterHousehold,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock) {
        this.imports = imports;
        this.lines = lines;
        this.onRegister = onRegister;
        this.enterHousehold = enterHousehold;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refused {@code role}, {@code not-found}, {@code import-no-draft}, {@code import-nothing}. */
    public Mono<Outcome<ImportId>> confirm(StaffMember actor, ImportId id) {
        return actor.has(Role.INTAKE)
                ? transactions.inOne(() -> imports.lock(id)
                        .flatMap(list -> confirm(actor, list))
                        .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)))
                : Mono.just(Outcome.refused(StaffReason.ROLE));
    }

    private Mono<Outcome<ImportId>> confirm(StaffMember actor, RegisterImport list) {
        if (list.state() != State.DRAFT) {
            return Mono.just(Outcome.refused(ImportReason.NO_DRAFT));
        }
        return lines.countReadable(list.id())
                .flatMap(households -> households == 0
                        ? Mono.just(Outcome.<ImportId>refused(ImportReason.NOTHING_TO_ENTER))
                        : imports.confirm(list.id(), households, clock.instant())
                                .then(audit.record(
                                        actor,
                                        "register-list-confirmed",
                                        list.id().toString(),
                                        Map.of("households", households)))
                                .thenReturn(Outcome.done(list.id())));
    }

    /** Throws a draft away. Refused {@code role}, {@code not-found}, {@code import-no-draft}. */
    public Mono<Outcome<ImportId>> discard(StaffMember actor, ImportId id) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return transactions.inOne(() -> imports.lock(id)
                .flatMap(list -> list.state() == State.DRAFT || list.state() == State.UNREADABLE
                        ? imports.delete(id)
                                .then(audit.record(actor, "register-list-discarded", id.toString(), Map.of()))
                                .thenReturn(Outcome.done(id))
                        : Mono.just(Outcome.<ImportId>refused(ImportReason.NO_DRAFT)))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    /** One round: every confirmed list that waits, each to its end. */
    Mono<Void> round() {
        return imports.claim(LEASE)
                .flatMap(this::enter)
                .expand(done -> imports.claim(LEASE).flatMap(this::enter))
                .then();
    }

    /**
     * Enters a confirmed list to its end. Who confirmed it answers for it. A household whose people somebody registered at
     * that very moment is looked at once more; one that is still not through waits for the next round.
     */
    public Mono<RegisterImport> enter(ImportId id) {
        return pass(id).flatMap(list -> list.state() == State.ENTERING ? pass(id) : Mono.just(list));
    }

    private Mono<RegisterImport> pass(ImportId id) {
        return imports.find(id)
                .flatMap(list -> onRegister.places().flatMap(places -> enter(list, places)))
                .then(imports.count(id))
                .then(imports.finish(id))
                .then(imports.find(id));
    }

    private Mono<Void> enter(RegisterImport list, PlaceBook places) {
        StaffMember actor = new StaffMember(list.broughtBy(), "", Set.of(Role.INTAKE));
        EnterHousehold.Act act = new EnterHousehold.Act(actor, list.id(), places, LEASE);
        return numbers(list.id())
                .concatMap(household -> enterHousehold.enter(act, household), 1)
                .then();
    }

    private Flux<Integer> numbers(ImportId id) {
        return lines.readable(id, 0, PART)
                .collectList()
                .expand(part -> part.size() < PART
                        ? Mono.empty()
                        : lines.readable(id, part.get(PART - 1), PART).collectList())
                .concatMapIterable(part -> part, 1);
    }
}
