package org.yici.disbursement.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A standard with all its versions, those proposed among them.
 *
 * @param versions newest beginning first
 */
public record Standard(String code, Sort sort, List<Version> versions) {

    /** Granted on application from the charity's funds, or owed by the state each period. */
    public enum Sort {
        PROGRAMME,
        STANDING
    }

    public Standard {
        versions = versions.stream()
                .sorted(Comparator.comparing(Version::from)
                        .thenComparing(Version::proposedAt)
                        .reversed())
                .toList();
    }

    /** The version that holds on that day: the approved one that began last, unless it has ended. */
    public Optional<Version> on(LocalDate day) {
        return versions.stream()
                .filter(version -> version.hasBegun(day))
                .findFirst()
                .filter(version -> !version.hasEnded(day));
    }

    /** The same standard as it was known then: without what was decided later, for days that had gone by. */
    public Standard knownAt(Instant at) {
        return new Standard(
                code,
                sort,
                versions.stream().filter(version -> version.isKnown(at)).toList());
    }

    /** The same standard as it would be once that proposal is approved: what a preview compares with. */
    public Standard with(Version proposed) {
        List<Version> all = new ArrayList<>(versions);
        all.removeIf(version -> version.id().equals(proposed.id()));
        all.add(proposed.approved());
        return new Standard(code, sort, all);
    }

    public boolean isProgramme() {
        return sort == Sort.PROGRAMME;
    }

    public String messageKey() {
        return isProgramme() ? "aid." + code : "standard." + code;
    }
}
