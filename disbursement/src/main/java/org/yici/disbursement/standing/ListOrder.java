package org.yici.disbursement.standing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where a period stands among the lists of its scheme that are fixed: they may be fixed in any order, but not unknowingly. */
@Component
public final class ListOrder {

    private final DueLists lists;

    ListOrder(DueLists lists) {
        this.lists = lists;
    }

    /**
     * @param missing earlier periods since the first fixed list that are not fixed, the oldest first
     * @param beforeFirst whether it is earlier than every list that is fixed
     */
    public record Place(List<Period> missing, boolean beforeFirst) {

        /** As many as one takes in at a glance. */
        private static final int LATEST = 4;

        public Place {
            missing = List.copyOf(missing);
        }

        public List<Period> latest() {
            return missing.subList(further(), missing.size());
        }

        /** How many more lie before the latest. */
        public int further() {
            return Math.max(0, missing.size() - LATEST);
        }
    }

    public Mono<Place> of(Scheme scheme, Period period) {
        return lists.all()
                .filter(list -> list.scheme().equals(scheme.code().value()))
                .map(BookedList::periodMeant)
                .collectList()
                .map(fixed -> place(fixed, period));
    }

    static Place place(List<Period> fixed, Period period) {
        boolean earlier = isSinceFirst(fixed, period);
        List<Period> missing = new ArrayList<>();
        for (Period one = period.before(); isSinceFirst(fixed, one); one = one.before()) {
            if (!fixed.contains(one)) {
                missing.add(0, one);
            }
        }
        return new Place(missing, !earlier && !fixed.isEmpty());
    }

    private static boolean isSinceFirst(List<Period> fixed, Period period) {
        return fixed.stream().anyMatch(one -> !one.first().isAfter(period.first()));
    }
}
