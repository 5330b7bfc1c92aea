package org.yici.disbursement.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yici.disbursement.income.CountedIncomes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is due for a period: the list as it was fixed, or as it would be now. */
@Component
public final class Dues {

    /** So far back lists are put right by themselves; what lies further back is a matter of its own. */
    static final int MONTHS_BACK = 12;

    private final List<EntitledPeople> sources;
    private final DueLists lists;
    private final Corrections corrections;
    private final CountedIncomes incomes;

    Dues(List<EntitledPeople> sources, DueLists lists, Corrections corrections, CountedIncomes incomes) {
        this.sources = List.copyOf(sources);
        this.lists = lists;
        this.corrections = corrections;
        this.incomes = incomes;
    }

    /** By the standards, the people and the incomes as they are known now, with what earlier lists have to be put right by. */
    public Mono<DueList> worked(Scheme scheme, Period period) {
        return Mono.zip(people(scheme, period), earlier(scheme, period)).flatMap(found -> incomes(scheme, found.getT1())
                .map(known -> NextList.of(scheme, period, found.getT1(), known, found.getT2())));
    }

    /** The fixed one where there is one. */
    public Mono<DueList> of(Scheme scheme, Period period) {
        return lists.find(scheme.code().value(), period)
                .flatMap(lists::whole)
                .switchIfEmpty(Mono.defer(() -> worked(scheme, period)));
    }

    /** What is new in a list against the one that was fixed before it; empty where it is the first. */
    public Mono<Changes> changes(Scheme scheme, DueList list) {
        return lists.before(scheme.code().value(), list.period()).next().flatMap(last -> Mono.zip(
                        lists.whole(last), people(scheme, list.period()))
                .flatMap(found -> withoutIncome(scheme, list, found.getT2())
                        .map(without -> Changes.of(found.getT1(), list, new WhyCorrected(found.getT2()), without))));
    }

    /** Households without a confirmed income: of a list that is fixed, as it was known when it was fixed. */
    private Mono<Set<UUID>> withoutIncome(Scheme scheme, DueList list, List<EntitledPerson> people) {
        return lists.find(scheme.code().value(), list.period())
                .flatMap(booked -> incomes(scheme, people)
                        .map(known -> WhatIsDue.of(scheme, list.period(), people, known.by(booked.bookedAt())))
                        .map(WhatIsDue.Worked::withoutIncome))
                .defaultIfEmpty(list.withoutIncome());
    }

    /** Of the period that is to be fixed next. */
    public Mono<DueList> next(Scheme scheme, LocalDate today) {
        return nextPeriod(scheme, today).flatMap(period -> worked(scheme, period));
    }

    /** The one after the last that is fixed; where none is, the one that runs. */
    public Mono<Period> nextPeriod(Scheme scheme, LocalDate today) {
        Period now = Period.containing(scheme.every(), today);
        return lists.before(scheme.code().value(), now.after())
                .next()
                .map(last -> last.periodMeant().after())
                .defaultIfEmpty(now);
    }

    /** Those of the period, and those whom an earlier list may have been about. */
    private Mono<List<EntitledPerson>> people(Scheme scheme, Period period) {
        LocalDate first = period.first().minusMonths(2L * MONTHS_BACK).atDay(1);
        return Flux.fromIterable(scheme.categories())
                .concatMap(category -> Flux.fromIterable(sources)
                        .concatMap(people ->
                                people.between(category, first, period.last().atEndOfMonth())))
                .collectList();
    }

    private Mono<List<Earlier>> earlier(Scheme scheme, Period period) {
        return lists.before(scheme.code().value(), period)
                .filter(list ->
                        !list.periodMeant().first().isBefore(period.first().minusMonths(MONTHS_BACK)))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .sort((one, other) ->
                        one.periodMeant().first().compareTo(other.periodMeant().first()))
                .concatMap(list -> Mono.zip(
                                lists.parts(list.id()).collectList(),
                                corrections.about(list.id()).collectList())
                        .map(found -> new Earlier(list.id(), list.periodMeant(), found.getT1(), found.getT2())))
                .collectList();
    }

    private Mono<Incomes> incomes(Scheme scheme, List<EntitledPerson> people) {
        if (!scheme.asksForIncome()) {
            return Mono.just(Incomes.NONE);
        }
        List<UUID> households =
                people.stream().map(EntitledPerson::household).distinct().toList();
        return incomes.confirmed(households).collectList().map(Incomes::of);
    }
}
