package org.yici.disbursement.household;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Once;
import org.yici.disbursement.Seals;
import org.yici.disbursement.Typed;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * Somebody else than who changed a household's card has asked the household, or seen the card, and says so with its last four
 * digits. Who pays is not among them: the cashier sees that two others know the card.
 */
@Component
public final class ConfirmCard {

    private static final int NOTE_CHARACTERS = 500;
    private static final Set<Role> MAY = Set.of(Role.INTAKE, Role.REVIEWER, Role.APPROVER);

    private final Once once;
    private final Households households;
    private final DatabaseClient database;
    private final Seals seals;
    private final BlindIndex index;
    private final KeptOut keptOut;
    private final AuditTrail audit;
    private final ProgramClock clock;

    ConfirmCard(
            Once once,
            Households households,
            DatabaseClient database,
            Seals seals,
            BlindIndex index,
            KeptOut keptOut,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.households = households;
        this.database = database;
        this.seals = seals;
        this.index = index;
        this.keptOut = keptOut;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param ends the last four digits, as read from the card or its copy
     * @param note how it was confirmed
     */
    public record Said(@Nullable String ends, @Nullable String note) {

        @Override
        public String toString() {
            return "the ends of a card";
        }
    }

    public record Confirmed(String household, String card) {}

    /** May the person confirm what that one changed? */
    public static boolean mayConfirm(StaffMember actor, String changedBy) {
        return MAY.stream().anyMatch(actor::has) && !actor.is(changedBy);
    }

    /**
     * @return refused {@code role}, {@code not-found}, {@code related}, {@code card-not-changed}, or {@code same-person} for who
     *     changed it
     * @throws InvalidInput naming every field that is wrong: other digits than the card's, too
     */
    public Mono<Outcome<Confirmed>> confirm(StaffMember actor, IdempotencyKey key, String id, Said said) {
        if (MAY.stream().noneMatch(actor::has)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        FieldErrors errors = new FieldErrors();
        errors.require(Typed.orNull(said.ends()) != null, "ends", "input.required");
        Typed.text(errors, said.note(), "note", NOTE_CHARACTERS);
        errors.throwIfAny();
        return once.run(
                actor,
                key,
                "card-confirmation/" + id,
                said,
                Confirmed.class,
                () -> Chain.then(
                        lock(id),
                        household -> keptOut.only(actor, household.id(), () -> changedBy(household.id())
                                .flatMap(by -> actor.is(by)
                                        ? Mono.just(Outcome.<Confirmed>refused(StaffReason.SAME_PERSON))
                                        : write(actor, household, said))
                                .defaultIfEmpty(Outcome.refused(HouseholdReason.CARD_NOT_CHANGED)))));
    }

    private Mono<Outcome<Household>> lock(String id) {
        return households
                .find(id)
                .flatMap(found -> households.lock(found.id()))
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    /** Empty where it is the card of the registration. */
    private Mono<String> changedBy(HouseholdId id) {
        return database.sql("select card_by from disbursement.household where id = $1 and card_by is not null")
                .bind(0, id.value())
                .map(row -> Columns.text(row, "card_by"))
                .one();
    }

    private Mono<Outcome<Confirmed>> write(StaffMember actor, Household household, Said said) {
        Household.BankCard card = household.card();
        String ends = Objects.requireNonNull(said.ends()).strip();
        if (!card.number().endsWith(ends)) {
            return Mono.error(InvalidInput.of("ends", "input.household.card-ends"));
        }
        UUID id = UUID.randomUUID();
        var call = database.sql("insert into disbursement.card_confirmed"
                        + " (id, household, holder, card_index, by, at, note) values ($1, $2, $3, $4, $5, $6, $7)")
                .bind(0, id)
                .bind(1, household.id().value())
                .bind(2, card.holder().id().value())
                .bind(3, card.number().index(index))
                .bind(4, actor.username())
                .bind(5, Columns.utc(clock.instant()));
        return seals.bind(call, 6, Objects.requireNonNull(said.note()).strip(), "card_confirmed", id, "note")
                .then()
                .then(audit.record(actor, "card-confirmed", household.id().toString(), Map.of()))
                .thenReturn(Outcome.done(
                        new Confirmed(household.id().toString(), card.number().masked())));
    }
}
