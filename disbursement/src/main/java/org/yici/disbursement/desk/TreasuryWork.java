package org.yici.disbursement.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.disbursement.household.Household;
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

/** What waits for somebody beside the cases: incomes to be confirmed, due lists to be paid. */
@Component
final class TreasuryWork {

    private static final int LINES = 100;

    private final CountedIncomes incomes;
    private final DueLists lists;
    private final Households households;
    private final KeptOut keptOut;

    TreasuryWork(CountedIncomes incomes, DueLists lists, Households households, KeptOut keptOut) {
        this.incomes = incomes;
        this.lists = lists;
        this.households = households;
        this.keptOut = keptOut;
    }

    /** A household whose income waits; {@code name} of who stands for it. */
    record Income(String id, String code, String name) {}

    record Waiting(List<Income> incomes, List<BookedList> lists) {
        public int count() {
            return incomes.size() + lists.size();
        }
    }

    /** Only what this person may do: not what they wrote down or fixed themselves, and nothing of relatives. */
    Mono<Waiting> of(StaffMember member) {
        return Mono.zip(incomes(member).collectList(), lists(member).collectList(), Waiting::new);
    }

    private Flux<Income> incomes(StaffMember member) {
        return !DecideIncome.mayConfirm(member)
                ? Flux.empty()
                : incomes.waiting(member.username(), LINES)
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .filterWhen(household -> keptOut.only(member, household, () -> Mono.just(Outcome.done(true)))
                                .map(outcome -> !outcome.isRefused()))
                        .concatMap(households::find)
                        .map(TreasuryWork::income);
    }

    private static Income income(Household household) {
        return new Income(
                household.id().toString(), household.code(), household.head().name());
    }

    private Flux<BookedList> lists(StaffMember member) {
        return !member.has(Role.CASHIER)
                ? Flux.empty()
                : lists.all().filter(list -> !list.isPaid() && !member.is(list.bookedBy()));
    }
}
