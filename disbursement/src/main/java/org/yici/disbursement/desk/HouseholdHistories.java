package org.yici.disbursement.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.HouseholdHistory;
import org.yici.disbursement.household.HouseholdHistory.Change;
import org.yici.disbursement.household.HouseholdHistory.What;
import org.yici.platform.privacy.Masked;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import reactor.core.publisher.Mono;

/** What changed about a household, as its page tells it: numbers are masked, and names are as the reader may read them. */
@Component
final class HouseholdHistories {

    private final HouseholdHistory history;
    private final StaffNames staffNames;

    HouseholdHistories(HouseholdHistory history, StaffNames staffNames) {
        this.history = history;
        this.staffNames = staffNames;
    }

    /**
     * @param whose name of the member; null of what is the household's
     * @param was null where there was nothing, as {@code now}
     */
    record Line(
            LocalDate on,
            String who,
            What what,
            @Nullable String whose,
            @Nullable String was,
            @Nullable String now,
            @Nullable String note) {}

    Mono<List<Line>> of(Household household, StaffMember reader) {
        return history.of(household.id()).collectList().flatMap(changes -> staffNames
                .of(changes.stream().map(Change::by).distinct().toList())
                .map(names -> changes.stream()
                        .map(change -> line(change, household, names, reader))
                        .toList()));
    }

    private static Line line(Change change, Household household, Map<String, String> names, StaffMember reader) {
        String whose = change.member() == null
                ? null
                : household
                        .member(change.member())
                        .map(member -> Reader.mayReadNames(reader) ? member.name() : member.maskedName())
                        .orElse(null);
        return new Line(
                change.on(),
                names.getOrDefault(change.by(), change.by()),
                change.what(),
                whose,
                shown(change.what(), change.was()),
                shown(change.what(), change.now()),
                Reader.mayReadNames(reader) ? change.note() : null);
    }

    private static @Nullable String shown(What what, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (what) {
            case CARD -> Masked.card(value);
            case PHONE -> Masked.phone(value);
            case PLACE, RELATION -> value;
        };
    }
}
