package org.yici.disbursement.crosscheck.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yici.disbursement.crosscheck.extract.Extract;
import org.yici.disbursement.crosscheck.extract.ExtractId;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.rule.RuleVersion;

/**
 * What was asked: with it and the same extracts, the same comes out again. Nothing of people.
 *
 * @param unchecked kinds of which there was no extract: nothing is known of them, which is not the same as nothing found
 * @param unasked rules that compare with a standard that was not in force
 * @param yardsticks fen that each standing standard came to in a year
 */
public record Basis(
        String day,
        List<Source> extracts,
        List<String> unchecked,
        List<Applied> rules,
        List<Applied> unasked,
        Map<String, Long> yardsticks) {

    public Basis {
        extracts = List.copyOf(extracts);
        unchecked = List.copyOf(unchecked);
        rules = List.copyOf(rules);
        unasked = List.copyOf(unasked);
        yardsticks = new TreeMap<>(yardsticks);
    }

    /** @param hash of the file, SHA-256 in hexadecimal figures */
    public record Source(long number, String kind, String department, String asOf, String hash) {
        /** The day that the data is of. */
        public LocalDate day() {
            return LocalDate.parse(asOf);
        }

        static Source of(Extract extract) {
            return new Source(
                    extract.id().number(),
                    extract.kind().name(),
                    extract.department(),
                    extract.asOf().toString(),
                    extract.hash());
        }
    }

    public record Applied(String rule, String version) {
        static Applied of(RuleVersion version) {
            return new Applied(version.rule(), version.id().toString());
        }
    }

    static Basis of(String day, List<Extract> extracts, Checking checking) {
        List<RuleVersion> asked = checking.asked();
        return new Basis(
                day,
                extracts.stream().map(Source::of).toList(),
                Arrays.stream(ExtractKind.values())
                        .filter(kind -> extracts.stream().noneMatch(extract -> extract.kind() == kind))
                        .map(Enum::name)
                        .toList(),
                asked.stream().map(Applied::of).toList(),
                checking.rules().stream()
                        .filter(rule -> !asked.contains(rule))
                        .map(Applied::of)
                        .toList(),
                checking.yardsticks().aYear());
    }

    public List<ExtractId> extractIds() {
        return extracts.stream().map(source -> new ExtractId(source.number())).toList();
    }

    Map<Long, ExtractKind> kinds() {
        return extracts.stream()
                .collect(Collectors.toMap(Source::number, source -> ExtractKind.valueOf(source.kind())));
    }

    /** The versions of all rules, asked or not. */
    public List<UUID> versions() {
        return Stream.concat(rules.stream(), unasked.stream())
                .map(applied -> UUID.fromString(applied.version()))
                .toList();
    }
}
