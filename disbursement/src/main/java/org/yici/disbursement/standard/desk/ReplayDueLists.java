package org.yici.disbursement.standard.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yici.disbursement.income.CountedIncome;
import org.yici.disbursement.income.CountedIncomes;
import org.yici.disbursement.standard.Difference;
import org.yici.disbursement.standard.Recurring;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Version;
import org.yici.disbursement.standard.desk.ReplayDecisions.Replayed;
import org.yici.disbursement.standing.BookedList;
import org.yici.disbursement.standing.DueLists;
import org.yici.disbursement.standing.DuePart;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Works out each part of every due list again, by the standard as it was known when the list was fixed and the income frozen
 * with it.
 */
@Component
final class ReplayDueLists {

    private final DueLists dueLists;
    private final CountedIncomes incomes;

    ReplayDueLists(DueLists dueLists, CountedIncomes incomes) {
        this.dueLists = dueLists;
        this.incomes = incomes;
    }

    Flux<Replayed> all(Map<String, Standard> known) {
        return dueLists.all().collectList().flatMapMany(Flux::fromIterable).concatMap(list -> list(list, known));
    }

    private Mono<Replayed> list(BookedList list, Map<String, Standard> known) {
        return dueLists.whole(list).flatMap(whole -> {
            List<DuePart> parts = whole.parts();
            List<UUID> figures = parts.stream()
                    .map(DuePart::income)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            return incomes.all(figures).collectMap(CountedIncome::id).map(income -> {
                String word = list.scheme() + " " + list.period();
                List<ReplayDecisions.Difference> differences = new ArrayList<>();
                byHousehold(parts).forEach(home -> differences.addAll(home(list, word, home, known, income)));
                if (!whole.total().equals(list.total())) {
                    differences.add(new ReplayDecisions.Difference(
                            word, "", list.total().fen(), whole.total().fen()));
                }
                return new Replayed(0, 1, parts.size(), 0, differences);
            });
        });
    }

    /** What one household got by one version in one month: a difference is worked out for all of it. */
    private static List<List<DuePart>> byHousehold(List<DuePart> parts) {
        record Home(UUID household, String month, UUID version) {}
        return List.copyOf(parts.stream()
                .collect(Collectors.groupingBy(
                        part -> new Home(part.household(), part.month().toString(), part.version())))
                .values());
    }

    private static List<ReplayDecisions.Difference> home(
            BookedList list,
            String word,
            List<DuePart> home,
            Map<String, Standard> known,
            Map<UUID, CountedIncome> incomes) {
        DuePart first = Objects.requireNonNull(home.get(0));
        List<Long> now = Optional.ofNullable(known.get(first.standard()))
                .flatMap(standard ->
                        standard.knownAt(list.bookedAt()).on(first.month().atDay(1)))
                .filter(version -> version.id().equals(first.version()))
                .map(version -> again(version, home, incomes))
                .orElseGet(() -> List.of());
        List<DuePart> sorted = home.stream()
                .sorted(Comparator.comparing(part -> part.person().toString()))
                .toList();
        List<ReplayDecisions.Difference> differences = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            long was = sorted.get(i).amount().fen();
            long is = i < now.size() ? now.get(i) : ReplayDecisions.Difference.OTHER_VERSION;
            if (was != is) {
                differences.add(new ReplayDecisions.Difference(word, first.standard(), was, is));
            }
        }
        return differences;
    }

    private static List<Long> again(Version version, List<DuePart> home, Map<UUID, CountedIncome> incomes) {
        DuePart first = Objects.requireNonNull(home.get(0));
        if (version.formula() instanceof Recurring recurring) {
            return home.stream()
                    .map(part -> recurring.inMonth(part.month().getMonth()).fen())
                    .toList();
        }
        CountedIncome income = first.income() == null ? null : incomes.get(first.income());
        if (!(version.formula() instanceof Difference difference) || income == null) {
            return List.of();
        }
        Money sum = difference.ofHousehold(first.month().getMonth(), income.perHead(), home.size());
        return Difference.shares(sum, home.size()).stream().map(Money::fen).toList();
    }
}
