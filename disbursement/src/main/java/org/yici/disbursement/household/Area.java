package org.yici.disbursement.household;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Whose standard a household lives by: the town's or the country's. */
public enum Area {
    URBAN(Set.of("城市", "城镇", "urban")),
    RURAL(Set.of("农村", "乡村", "rural"));

    private final Set<String> spellings;

    Area(Set<String> spellings) {
        this.spellings = spellings;
    }

    /** @param word without blanks, lower case */
    public static Optional<Area> of(String word) {
        return Arrays.stream(values())
                .filter(area -> area.spellings.contains(word))
                .findAny();
    }

    public String messageKey() {
        return "household.area." + name();
    }
}
