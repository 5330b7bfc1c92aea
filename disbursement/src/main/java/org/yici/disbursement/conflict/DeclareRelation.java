package org.yici.disbursement.conflict;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.ledger.FundCode;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * A relation to a household is declared: by the person, without giving reasons; of a colleague by a reviewer, approver, auditor
 * or administrator, and of a donor by anybody of the staff, in words. It holds at once, for every grant of that household: a
 * related colleague takes no part, a related donor's fund gives nothing. What was done before is not undone; it carries no
 * decision any more ({@code related-acted}), and what was decided stays for the auditor to look into.
 */
@Component
public final class DeclareRelation {

    private static final int NAME_CHARACTERS = 60;
    private static final int NOTE_CHARACTERS = 500;
    private static final Set<Role> OF_OTHERS = Set.of(Role.REVIEWER, Role.APPROVER, Role.AUDITOR, Role.ADMIN);

    private final Once once;
    private final Households households;
    private final Relations relations;
    private final StaffNames staffNames;
    private final AuditTrail audit;
    private final ProgramClock clock;

    DeclareRelation(
            Once once,
            Households households,
            Relations relations,
            StaffNames staffNames,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.households = households;
        this.relations = relations;
        this.staffNames = staffNames;
        this.audit = audit;
        this.clock = clock;
    }

    /** A donor by name, with the fund that the gift went to. */
    public record Donor(@Nullable String name, @Nullable String fund) {}

    /** One of the two. */
    public record Who(@Nullable String staff, @Nullable Donor donor) {}

    /** As it was typed. */
    public record Declaration(
            @Nullable Who who,
            @Nullable String relation,
            @Nullable String note) {}

    public record Declared(String id, Instant at) {}

    /**
     * @return refused {@code not-found}, {@code role} or {@code relation-known}
     * @throws InvalidInput naming every field that is wrong; an unknown colleague or fund as an error
     */
    public Mono<Outcome<Declared>> declare(
            StaffMember actor, IdempotencyKey key, String household, Declaration declaration) {
        Who who = declaration.who() == null ? new Who(null, null) : declaration.who();
        String staff = Typed.orNull(who.staff());
        boolean self = staff != null && actor.is(staff);
        if (staff != null && !self && OF_OTHERS.stream().noneMatch(actor::has)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        check(declaration, who, self);
        return once.run(actor, key, "relation/" + household, declaration, Declared.class, () -> households
                .find(household)
                .flatMap(found -> known(who).flatMap(named -> write(actor, found, relation(actor, named, declaration))))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private static void check(Declaration declaration, Who who, boolean self) {
        FieldErrors errors = new FieldErrors();
        Donor donor = who.donor();
        errors.require((Typed.orNull(who.staff()) == null) != (donor == null), "who", "input.relation.who");
        if (donor != null) {
            Typed.line(errors, donor.name(), "who.donor.name", NAME_CHARACTERS);
            errors.require(Typed.orNull(donor.fund()) != null, "who.donor.fund", "input.relation.fund");
        }
        Typed.line(errors, declaration.relation(), "relation", NAME_CHARACTERS);
        if (self) {
            Typed.optionalText(errors, declaration.note(), "note", NOTE_CHARACTERS);
        } else {
            Typed.text(errors, declaration.note(), "note", NOTE_CHARACTERS);
        }
        errors.throwIfAny();
    }

    /** @throws InvalidInput in the Mono, where nobody of the staff or no fund is called that */
    private Mono<Relation.Who> known(Who who) {
        String staff = Typed.orNull(who.staff());
        if (staff != null) {
            return staffNames.of(Set.of(staff)).map(names -> {
                if (!names.containsKey(staff)) {
                    throw InvalidInput.of("who.staff", "input.relation.staff");
                }
                return Relation.Who.ofStaff(staff);
            });
        }
        Donor donor = Objects.requireNonNull(who.donor());
        String fund = Objects.requireNonNull(donor.fund()).strip();
        return relations.funds().map(funds -> {
            if (funds.stream().map(FundCode::value).noneMatch(fund::equals)) {
                throw InvalidInput.of("who.donor.fund", "input.relation.fund");
            }
            return Relation.Who.ofDonor(Objects.requireNonNull(donor.name()).strip(), FundCode.of(fund));
        });
    }

    private Relation relation(StaffMember actor, Relation.Who who, Declaration declaration) {
        return new Relation(
                UUID.randomUUID(),
                who,
                Objects.requireNonNull(declaration.relation()).strip(),
                Typed.orNull(declaration.note()),
                actor.username(),
                clock.instant(),
                null);
    }

    private Mono<Outcome<Declared>> write(StaffMember actor, Household household, Relation relation) {
        String id = relation.id().toString();
        return relations
                .add(household.id(), relation)
                .flatMap(added -> added
                        ? audit.record(
                                        actor,
                                        "relation-declared",
                                        id,
                                        Map.of(
                                                "household",
                                                household.code(),
                                                "of",
                                                relation.who().toString()))
                                .thenReturn(Outcome.done(new Declared(id, relation.declaredAt())))
                        : Mono.just(Outcome.refused(RelationReason.KNOWN)));
    }
}
