package org.yici.disbursement.household.sheet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.household.CategoryHistory;
import org.yici.disbursement.household.CategorySpell;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.HouseholdChanges;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.NewHousehold;
import org.yici.disbursement.household.NewHousehold.Consent;
import org.yici.disbursement.household.RegisterHousehold;
import org.yici.disbursement.household.question.Asking;
import org.yici.disbursement.household.sheet.line.PersonLine;
import org.yici.disbursement.household.sheet.plan.HouseholdPlan;
import org.yici.disbursement.household.sheet.plan.HouseholdPlan.Doubt;
import org.yici.disbursement.household.sheet.plan.PlaceBook;
import org.yici.disbursement.household.sheet.plan.Planning;
import org.yici.disbursement.household.sheet.walk.SheetHousehold;
import org.yici.disbursement.household.sheet.walk.SheetLine;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Puts one household of a list on the register, whole, in one transaction, held against the register as it is now. Twice is
 * the same as once: the second time there is nothing new about it.
 */
@Component
final class EnterHousehold {

    private final OnRegister onRegister;
    private final RegisterImports imports;
    private final RegisterLines lines;
    private final RegisterHousehold registerHousehold;
    private final Households households;
    private final HouseholdChanges householdChanges;
    private final CategoryHistory categories;
    private final Asking asking;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;

    EnterHousehold(
            OnRegister onRegister,
            RegisterImports imports,
            RegisterLines lines,
            RegisterHousehold registerHousehold,
            Households households,
            HouseholdChanges householdChanges,
            CategoryHistory categories,
            Asking asking,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock) {
        this.onRegister = onRegister;
        this.imports = imports;
        this.lines = lines;
        this.registerHousehold = registerHousehold;
        this.households = households;
        this.householdChanges = householdChanges;
        this.categories = categories;
        this.asking = asking;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What it is done with: whose act it is, and of which list. */
    record Act(StaffMember actor, ImportId list, PlaceBook places, Duration lease) {}

    /**
     * Refused where somebody registered one of its people at this very moment: nothing of it is done, and the next round
     * sees it.
     */
    Mono<Outcome<Integer>> enter(Act act, int household) {
        return transactions.inOne(() -> lines.lock(act.list(), household)
                .collectList()
                .flatMap(rows -> rows.isEmpty() ? Mono.just(Outcome.done(household)) : enter(act, household, rows)));
    }

    private Mono<Outcome<Integer>> enter(Act act, int number, List<ListLine> rows) {
        SheetHousehold household = new SheetHousehold(
                number,
                rows.stream()
                        .map(row -> new SheetLine(row.row(), row.person(), List.of()))
                        .toList());
        return onRegister
                .of(household.people(), act.places())
                .map(register -> Planning.of(household, register))
                .flatMap(plan -> follow(act, plan)
                        .flatMap(outcome -> outcome.fold(
                                registered -> settle(act, plan, registered.id()).thenReturn(Outcome.done(number)),
                                refusal -> Mono.just(Outcome.<Integer>refused(refusal)))));
    }

    /** Where the household stands now; null inside while somebody has to decide first. */
    private record Registered(@Nullable HouseholdId id) {}

    private Mono<Outcome<Registered>> follow(Act act, HouseholdPlan plan) {
        Household target = plan.target();
        Instant now = clock.instant();
        if (!plan.doubts().isEmpty()) {
            return ask(act, plan, now).thenReturn(Outcome.done(new Registered(null)));
        }
        if (target == null) {
            NewHousehold household = household(act, plan, now);
            return registerHousehold
                    .add(act.actor(), household)
                    .map(outcome -> outcome.map(done -> new Registered(household.id())));
        }
        return plan.doesSomething()
                ? change(act, plan, target, now).map(outcome -> outcome.map(Registered::new))
                : Mono.just(Outcome.done(new Registered(target.id())));
    }

    private Mono<Void> ask(Act act, HouseholdPlan plan, Instant now) {
        String head = Objects.requireNonNull(plan.household().head().person()).identity();
        return Flux.fromIterable(plan.doubts())
                .concatMap(doubt -> ask(act, doubt, head, now))
                .then();
    }

    private Mono<Boolean> ask(Act act, Doubt doubt, String head, Instant now) {
        return doubt.against() == null
                ? asking.personElsewhere(act.actor(), doubt.registered(), doubt.member(), head, doubt.said(), now)
                : asking.categories(
                        act.actor(), doubt.registered(), doubt.member(), doubt.against(), doubt.said(), now);
    }

    private static NewHousehold household(Act act, HouseholdPlan plan, Instant now) {
        HouseholdPlan.Card card = Objects.requireNonNull(plan.card());
        return new NewHousehold(
                HouseholdId.fresh(),
                plan.place(),
                spells(act, plan),
                plan.newcomers(),
                card.holder(),
                card.number(),
                consent(plan, now.atZone(ProgramClock.CHINA).toLocalDate()),
                act.actor().username(),
                now);
    }

    /** The day that the list names for its papers; the officer who brings it in answers for the others being filed. */
    private static Consent consent(HouseholdPlan plan, LocalDate today) {
        PersonLine head = Objects.requireNonNull(plan.household().head().person());
        LocalDate signed = head.consentOn();
        return new Consent(signed == null ? Consent.How.ON_LIST : Consent.How.SIGNED, signed == null ? today : signed);
    }

    private static List<CategorySpell> spells(Act act, HouseholdPlan plan) {
        return plan.begins().stream()
                .map(spell -> spell.by(act.actor().username()))
                .toList();
    }

    private Mono<Outcome<HouseholdId>> change(Act act, HouseholdPlan plan, Household target, Instant now) {
        HouseholdId id = target.id();
        return households
                .lock(id)
                .thenMany(Flux.fromIterable(plan.newcomers()))
                .concatMap(person -> households.join(id, plan.place(), person))
                .collectList()
                .flatMap(elsewhere -> elsewhere.isEmpty()
                        ? rest(act, plan, id, now).thenReturn(Outcome.done(id))
                        : Mono.just(RegisterHousehold.refusedFor(elsewhere.get(0))));
    }

    private Mono<Void> rest(Act act, HouseholdPlan plan, HouseholdId id, Instant now) {
        LocalDate today = now.atZone(ProgramClock.CHINA).toLocalDate();
        String username = act.actor().username();
        return householdChanges
                .members(plan.updates())
                .then(plan.card() == null ? Mono.empty() : card(id, plan.card(), username, now))
                .then(plan.placeIsNew() ? householdChanges.place(id, plan.place()) : Mono.empty())
                .thenMany(Flux.fromIterable(plan.ends()))
                .concatMap(spell -> categories.end(spell, lastDay(plan, today), username, now))
                .thenMany(Flux.fromIterable(spells(act, plan)))
                .concatMap(spell -> categories.begin(id, spell, now))
                .then(households.joined(plan.newcomers(), today))
                .then(registerHousehold.welcome(act.actor(), id, plan.newcomers(), plan.place(), now))
                .then(audit.record(
                        act.actor(),
                        "household-changed",
                        id.toString(),
                        Map.of("list", act.list().number())));
    }

    private Mono<Void> card(HouseholdId id, HouseholdPlan.Card card, String by, Instant at) {
        return householdChanges.card(id, card.holder(), card.number(), by, at);
    }

    /** The day before the first spell that takes its place. */
    private static LocalDate lastDay(HouseholdPlan plan, LocalDate today) {
        return plan.begins().stream()
                .filter(CategorySpell::stands)
                .map(CategorySpell::since)
                .min(LocalDate::compareTo)
                .orElse(today)
                .minusDays(1);
    }

    private Mono<Void> settle(Act act, HouseholdPlan plan, @Nullable HouseholdId registered) {
        return Flux.fromIterable(CheckList.planned(plan))
                .concatMap(line -> lines.settle(act.list(), line.registeredAt(registered)))
                .then(imports.oneDone(act.list(), act.lease()));
    }
}
