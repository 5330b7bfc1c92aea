package org.yici.disbursement.standing.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.household.NamedPeople;
import org.yici.disbursement.household.NamedPeople.Home;
import org.yici.disbursement.household.NamedPeople.Person;
import org.yici.disbursement.standing.Changes;
import org.yici.disbursement.standing.Changes.Changed;
import org.yici.disbursement.standing.CorrectionLine;
import org.yici.disbursement.standing.DueLine;
import org.yici.disbursement.standing.DueList;
import org.yici.disbursement.standing.Period;
import org.yici.disbursement.standing.Scheme;
import org.yici.disbursement.standing.WithoutResidence;
import org.yici.disbursement.standing.claim.DueClaim;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Whom a page of a due list is about, and who is missing in it: by names for those who may read them, else by ids. */
@Component
final class DuePeople {

    /** Lines that a table of the page has at most. */
    private static final int LINES = 200;

    private final NamedPeople people;
    private final WithoutResidence withoutResidence;

    DuePeople(NamedPeople people, WithoutResidence withoutResidence) {
        this.people = people;
        this.withoutResidence = withoutResidence;
    }

    /**
     * @param named whether the reader is told names; then who has none stands on the roll alone
     * @param withoutIncome registered households whose income is not confirmed
     * @param onRollOnly how many more of those are not registered, so that no income can be written down
     * @param withoutResidence registered households that are in no list, since town or country is not said
     */
    record Known(
            boolean named,
            Map<UUID, Person> people,
            List<Home> withoutIncome,
            int onRollOnly,
            List<Home> withoutResidence) {

        /** Links enough to begin with. */
        private static final int LINKS = 30;

        public @Nullable Person person(UUID id) {
            return people.get(id);
        }

        public List<Home> first(List<Home> homes) {
            return homes.stream().limit(LINKS).toList();
        }
    }

    Mono<Known> of(
            Scheme scheme,
            Period period,
            DueList list,
            @Nullable Changes changes,
            List<DueClaim> claims,
            StaffMember reader) {
        boolean named = Reader.mayReadNames(reader);
        Set<UUID> shown = named ? shown(list, changes, claims) : Set.of();
        return Mono.zip(
                        people.people(shown).collectMap(Person::id),
                        people.homes(list.withoutIncome()).collectList(),
                        withoutResidence
                                .households(scheme, period)
                                .collectList()
                                .flatMap(ids -> people.homes(ids).collectList()))
                .map(found -> new Known(
                        named,
                        found.getT1(),
                        found.getT2(),
                        list.withoutIncome().size() - found.getT2().size(),
                        found.getT3()));
    }

    private static Set<UUID> shown(DueList list, @Nullable Changes changes, List<DueClaim> claims) {
        Set<UUID> ids = new HashSet<>();
        list.lines().stream().limit(LINES).map(DueLine::person).forEach(ids::add);
        Stream.of(list.correctionLines(), list.toClaim())
                .flatMap(Collection::stream)
                .limit(LINES)
                .map(CorrectionLine::person)
                .forEach(ids::add);
        claims.stream().map(DueClaim::person).forEach(ids::add);
        if (changes != null) {
            Stream.of(changes.came(), changes.gone(), changes.others())
                    .flatMap(some -> some.stream().limit(LINES))
                    .map(Changed::person)
                    .forEach(ids::add);
        }
        return ids;
    }
}
