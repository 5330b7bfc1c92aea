package org.yici.disbursement.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.followup.FollowUps;
import org.yici.disbursement.household.CardsToConfirm;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.KeptOut;
import org.yici.disbursement.income.CountedIncomes;
import org.yici.disbursement.income.DecideIncome;
import org.yici.disbursement.standing.BookedList;
import org.yici.disbursement.standing.DueLists;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What waits for a person and is no step of a case: second looks at a card or an income, what a visit
 * found misused, and due lists to be paid.
 */
@Component
final class AlsoWaits {

    private static final int LINES = 100;

    private final CardsToConfirm cards;
    private final Applications applications;
    private final Households households;
    private final FollowUps followUps;
    private final CountedIncomes incomes;
    private final DueLists dueLists;
    private final KeptOut keptOut;

    AlsoWaits(
            CardsToConfirm cards,
            Applications applications,
            Households households,
            FollowUps followUps,
            CountedIncomes incomes,
            DueLists dueLists,
            KeptOut keptOut) {
        this.cards = cards;
        this.applications = applications;
        this.households = households;
        this.followUps = followUps;
        this.incomes = incomes;
        this.dueLists = dueLists;
        this.keptOut = keptOut;
    }

    /**
     * @param household its code; null of a due list
     * @param list null of what is a household's
     */
    record Line(
            String address,
            @Nullable String household,
            @Nullable BookedList list,
            String messageKey) {}

    /** Only what this very person may do. */
    Mono<List<Line>> of(StaffMember member) {
        return Flux.concat(cards(member), misused(member), incomes(member), lists(member))
                .take(LINES)
                .collectList();
    }

    private Flux<Line> cards(StaffMember member) {
        return cards.waiting(member).concatMap(card -> applications
                .find(new ApplicationId(card.application()))
                .filter(found -> !found.file().related().contains(member.username()))
                .map(found -> new Line(
                        CaseSteps.address(found.id().toString()) + "#card", card.code(), null, "desk.also.card")));
    }

    private Flux<Line> misused(StaffMember member) {
        if (!member.has(Role.REVIEWER)) {
            return Flux.empty();
        }
        return followUps
                .misused(LINES)
                .concatMap(applications::find)
                .filter(found -> !found.file().related().contains(member.username()))
                .concatMap(found -> households
                        .find(found.household())
                        .map(home -> new Line(
                                CaseSteps.address(found.id().toString()), home.code(), null, "desk.also.misused")));
    }

    private Flux<Line> incomes(StaffMember member) {
        if (!DecideIncome.mayConfirm(member)) {
            return Flux.empty();
        }
        return incomes.waiting(member.username(), LINES)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .filterWhen(household -> keptOut.only(member, household, () -> Mono.just(Outcome.done(true)))
                        .map(outcome -> !outcome.isRefused()))
                .concatMap(households::find)
                .map(home ->
                        new Line("/staff/households/" + home.id() + "/incomes", home.code(), null, "desk.also.income"));
    }

    private Flux<Line> lists(StaffMember member) {
        if (!member.has(Role.CASHIER)) {
            return Flux.empty();
        }
        return dueLists.all()
                .filter(list -> !list.isPaid() && !member.is(list.bookedBy()))
                .map(list -> new Line(
                        "/staff/standing/" + list.scheme() + "/" + list.period(), null, list, "desk.also.list"));
    }
}
