package org.yici.disbursement.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.household.Household.BankCard;
import org.yici.disbursement.household.Household.Member;
import org.yici.disbursement.household.HouseholdChanges.MemberNow;
import org.yici.disbursement.household.HouseholdHistory.Change;
import org.yici.disbursement.household.HouseholdHistory.What;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.privacy.PhoneNumber;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Intake writes down what is new about a household: where it lives, how people are related and reached, its card. */
@Component
public final class ChangeDetails {

    private final Once once;
    private final Households households;
    private final HouseholdChanges changes;
    private final HouseholdHistory history;
    private final Divisions divisions;
    private final CardUse cardUse;
    private final KeptOut keptOut;
    private final AuditTrail audit;
    private final ProgramClock clock;

    ChangeDetails(
            Once once,
            Households households,
            HouseholdChanges changes,
            HouseholdHistory history,
            Divisions divisions,
            CardUse cardUse,
            KeptOut keptOut,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.households = households;
        this.changes = changes;
        this.history = history;
        this.divisions = divisions;
        this.cardUse = cardUse;
        this.keptOut = keptOut;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param what words of {@link What} */
    public record Changed(String household, List<String> what) {}

    /** One change, and how it is done. */
    private record Step(Change change, Mono<Void> work) {}

    /** What every change of one act has in common. */
    private record Act(StaffMember actor, LocalDate on, String note, Instant at) {

        Change change(What what, @Nullable MemberId member, @Nullable String was, @Nullable String now) {
            return new Change(UUID.randomUUID(), what, member, was, now, on, note, actor.username(), at);
        }
    }

    /**
     * @return refused {@code role}, {@code related} or {@code not-found}
     * @throws InvalidInput naming what is wrong: a card in the name of nobody who lives there or acts for somebody, or nothing
     *     that is new
     */
    public Mono<Outcome<Changed>> change(StaffMember actor, IdempotencyKey key, String id, Details details) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        LocalDate today = clock.today();
        details.check(today);
        Act act = new Act(
                actor,
                details.day(today).orElseThrow(),
                Objects.requireNonNull(Typed.orNull(details.note())),
                clock.instant());
        return once.run(
                actor,
                key,
                "change-details/" + id,
                details,
                Changed.class,
                () -> Chain.then(
                        lock(id),
                        household -> keptOut.only(actor, household.id(), () -> place(details, household)
                                .flatMap(place -> write(act, household, details, place)))));
    }

    private Mono<Outcome<Household>> lock(String id) {
        return households
                .find(id)
                .flatMap(found -> households.lock(found.id()))
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    private Mono<Place> place(Details details, Household household) {
        String township = Typed.orNull(details.township());
        return township == null
                ? Mono.just(household.place())
                : divisions.place(township, Typed.orNull(details.village()));
    }

    private Mono<Outcome<Changed>> write(Act act, Household household, Details details, Place place) {
        List<Step> steps = new ArrayList<>();
        if (!words(place).equals(words(household.place()))) {
            steps.add(new Step(
                    act.change(What.PLACE, null, words(household.place()), words(place)),
                    changes.place(household.id(), place)));
        }
        Stream.concat(household.members().stream(), household.guardians().stream())
                .forEach(member ->
                        details.about(member.id()).ifPresent(said -> steps.addAll(person(act, member, said))));
        steps.addAll(card(act, household, details));
        if (steps.isEmpty()) {
            return Mono.error(InvalidInput.of("note", "input.household.nothing-new"));
        }
        List<String> what = steps.stream()
                .map(step -> step.change().what().name())
                .distinct()
                .toList();
        return Flux.fromIterable(steps)
                .concatMap(step -> step.work().then(history.add(household.id(), step.change())))
                .then(cardUse.looked(act.actor(), household.id(), act.at()))
                .then(audit.record(
                        act.actor(),
                        "household-changed",
                        household.id().toString(),
                        Map.of("what", String.join(" ", what))))
                .thenReturn(Outcome.done(new Changed(household.id().toString(), what)));
    }

    private static String words(Place place) {
        return place.township() + Objects.requireNonNullElse(place.village(), "");
    }

    private List<Step> person(Act act, Member member, Details.Person said) {
        String relation = Objects.requireNonNullElse(Typed.orNull(said.relation()), member.relation());
        String had = member.phone() == null ? null : member.phone().digits();
        PhoneNumber phone = said.phone() == null
                ? member.phone()
                : said.phone().isBlank() ? null : PhoneNumber.of(said.phone().strip());
        String has = phone == null ? null : phone.digits();
        Mono<Void> work = changes.members(List.of(new MemberNow(
                member.id(), member.name(), relation, phone, member.head(), member.guardian(), member.ownCard())));
        List<Step> steps = new ArrayList<>();
        if (!relation.equals(member.relation())) {
            steps.add(new Step(act.change(What.RELATION, member.id(), member.relation(), relation), work));
        }
        if (!Objects.equals(had, has)) {
            steps.add(new Step(act.change(What.PHONE, member.id(), had, has), work));
        }
        return steps;
    }

    /** Only in the name of who lives there, or acts for somebody who does. */
    private List<Step> card(Act act, Household household, Details details) {
        BankCard had = household.card();
        MemberId holder = details.holder().orElse(had.holder().id());
        boolean known = Stream.concat(household.members().stream(), household.guardians().stream())
                .anyMatch(member -> member.id().equals(holder));
        String typed = details.bankCard() == null
                ? null
                : Typed.orNull(details.bankCard().number());
        CardNumber number = typed == null ? had.number() : CardNumber.of(typed);
        if (holder.equals(had.holder().id()) && number.equals(had.number())) {
            return List.of();
        }
        if (!known) {
            throw InvalidInput.of("bankCard.holder", "input.household.card-holder");
        }
        return List.of(new Step(
                act.change(What.CARD, null, had.number().digits(), number.digits()),
                changes.card(household.id(), holder, number, act.actor().username(), act.at())));
    }
}
