package org.yici.disbursement.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.household.Household.Leaving;
import org.yici.disbursement.household.Household.Member;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * Somebody belongs to a household no longer: moved, died, or never did. The person stays on file, for what was decided about
 * them can be looked up for ever. Where the head leaves, the next member stands for the household.
 */
@Component
public final class MemberLeaves {

    private final Households households;
    private final CategoryHistory categories;
    private final DatabaseClient database;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;

    MemberLeaves(
            Households households,
            CategoryHistory categories,
            DatabaseClient database,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock) {
        this.households = households;
        this.categories = categories;
        this.database = database;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refused {@code role}, {@code not-found}, {@code not-a-member}, {@code card-first}.
     *
     * @param on the day on which the person moved or died: today or before
     */
    public Mono<Outcome<HouseholdId>> leave(StaffMember actor, MemberId member, Leaving.Why why, LocalDate on) {
        return actor.has(Role.INTAKE)
                ? transactions.inOne(() -> leaveNow(actor, member, why, on))
                : Mono.just(Outcome.refused(StaffReason.ROLE));
    }

    /** The same inside the caller's transaction, for who decides a question. */
    public Mono<Outcome<HouseholdId>> leaveNow(StaffMember actor, MemberId member, Leaving.Why why) {
        return leaveNow(actor, member, why, clock.today());
    }

    private Mono<Outcome<HouseholdId>> leaveNow(StaffMember actor, MemberId member, Leaving.Why why, LocalDate on) {
        return households
                .of(member)
                .flatMap(households::lock)
                .flatMap(household -> refused(household, member)
                        .map(refusal -> Mono.just(Outcome.<HouseholdId>refused(refusal)))
                        .orElseGet(() -> record(actor, household, member, why, on)))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    private static Optional<Refusal> refused(Household household, MemberId leaver) {
        List<Member> members = household.members();
        if (members.stream().noneMatch(member -> member.id().equals(leaver))) {
            return Optional.of(Refusal.because(HouseholdReason.NOT_A_MEMBER));
        }
        boolean othersStay = members.size() > 1;
        return othersStay && household.card().holder().id().equals(leaver)
                ? Optional.of(Refusal.because(HouseholdReason.CARD_FIRST))
                : Optional.empty();
    }

    private Mono<Outcome<HouseholdId>> record(
            StaffMember actor, Household household, MemberId member, Leaving.Why why, LocalDate on) {
        return database.sql("update disbursement.member set living = false, head = false, left_on = $2, left_why = $3"
                        + " where id = $1")
                .bind(0, member.value())
                .bind(1, on)
                .bind(2, why.name())
                .then()
                .then(nextHead(household.id()))
                .then(closeIfEmpty(household.id()))
                .then(endSpells(actor, household.id(), member, on))
                .then(audit.record(
                        actor,
                        "member-left",
                        member.toString(),
                        Map.of("household", household.code(), "why", why.name(), "on", on.toString())))
                .thenReturn(Outcome.done(household.id()));
    }

    private Mono<Void> nextHead(HouseholdId household) {
        return database.sql("update disbursement.member set head = true where id = (select id from disbursement.member"
                        + " where household = $1 and living and standing = 'MEMBER' order by position limit 1)"
                        + " and not exists (select from disbursement.member where household = $1 and living and head)")
                .bind(0, household.value())
                .then();
    }

    private Mono<Void> closeIfEmpty(HouseholdId household) {
        return database.sql("update disbursement.household set living = false where id = $1 and not exists ("
                        + "select from disbursement.member where household = $1 and living and standing = 'MEMBER')")
                .bind(0, household.value())
                .then();
    }

    /** What was this person's own ends with the person; of a household that nobody lives in any more, everything. */
    private Mono<Void> endSpells(StaffMember actor, HouseholdId household, MemberId member, LocalDate on) {
        return households.find(household).flatMap(now -> categories
                .of(household)
                .filter(CategorySpell::stands)
                .filter(spell -> member.equals(spell.member()) || now.members().isEmpty())
                .concatMap(spell -> categories.end(spell.id(), on, actor.username(), clock.instant()))
                .then());
    }
}
