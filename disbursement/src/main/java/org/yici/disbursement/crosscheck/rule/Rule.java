package org.yici.disbursement.crosscheck.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One thing that is asked of extracts, with its versions by date. */
public record Rule(String code, List<RuleVersion> versions) {

    public Rule {
        versions = versions.stream()
                .sorted(Comparator.comparing(RuleVersion::from).thenComparing(RuleVersion::proposedAt))
                .toList();
    }

    /** What it asks on that day; nothing before its first version, and none that says that it asks no more. */
    public Optional<RuleVersion> on(LocalDate day) {
        return versions.stream()
                .filter(version -> version.hasBegun(day))
                .reduce((first, last) -> last)
                .filter(RuleVersion::stands);
    }

    /** The version that names it best: today's, or the newest. */
    public RuleVersion face(LocalDate day) {
        return on(day).orElse(versions.get(versions.size() - 1));
    }

    public List<RuleVersion> proposals() {
        return versions.stream()
                .filter(version -> version.state() == RuleVersion.State.PROPOSED)
                .toList();
    }

    Optional<RuleVersion> version(UUID id) {
        return versions.stream().filter(version -> version.id().equals(id)).findAny();
    }

    boolean hasVersionFrom(LocalDate day) {
        return versions.stream()
                .anyMatch(version -> version.state() == RuleVersion.State.APPROVED
                        && version.from().equals(day));
    }
}
