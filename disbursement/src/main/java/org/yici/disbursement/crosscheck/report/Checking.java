package org.yici.disbursement.crosscheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.crosscheck.extract.Column;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.rule.RuleVersion;
import org.yici.disbursement.crosscheck.rule.Yardsticks;

/**
 * What rules find in the rows about one household. Pure: the same rows, rules and yardsticks, the same findings in the same
 * order.
 *
 * @param kinds of the extracts that are asked, by their numbers
 */
public record Checking(Map<Long, ExtractKind> kinds, List<RuleVersion> rules, Yardsticks yardsticks) {

    /** Rules that compare with a standard that is not in force cannot be asked. */
    public List<RuleVersion> asked() {
        return rules.stream().filter(rule -> rule.canBeAsked(yardsticks)).toList();
    }

    public List<Finding> findings(List<Hit> household) {
        List<Finding> findings = new ArrayList<>();
        for (RuleVersion rule : asked()) {
            List<Hit> met = household.stream().filter(hit -> meets(hit, rule)).toList();
            groups(rule, met)
                    .forEach((member, hits) -> findings.add(new Finding(
                            findings.size() + 1,
                            rule.rule(),
                            rule.id().toString(),
                            rule.severity(),
                            member,
                            hits.stream().map(Evidence::of).toList())));
        }
        return findings;
    }

    private boolean meets(Hit hit, RuleVersion rule) {
        return kinds.get(hit.extract().number()) == rule.kind()
                && rule.condition().holds(hit.row().facts(), yardsticks);
    }

    /** By person; or, where several things of a household count together, all of them if they are enough. */
    private static Map<@Nullable String, List<Hit>> groups(RuleVersion rule, List<Hit> met) {
        if (rule.atLeast() > 1) {
            Map<@Nullable String, List<Hit>> together = new LinkedHashMap<>();
            if (met.stream().map(Checking::thing).distinct().count() >= rule.atLeast()) {
                together.put(null, met);
            }
            return together;
        }
        return met.stream()
                .collect(
                        Collectors.groupingBy(hit -> hit.member().toString(), LinkedHashMap::new, Collectors.toList()));
    }

    /** What a row is about, so that one house in two extracts, or of two owners, is one: its numbers, or the row where it has none. */
    private static String thing(Hit hit) {
        String numbers = hit.row().facts().entrySet().stream()
                .filter(fact -> fact.getKey().sort() == Column.Sort.NUMBERED)
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("|"));
        return numbers.isEmpty() ? hit.extract() + "/" + hit.row().row() : numbers;
    }

    /** Rows household by household, which come in that order. */
    public static Stream<List<Hit>> byHousehold(List<Hit> hits) {
        Map<UUID, List<Hit>> households =
                hits.stream().collect(Collectors.groupingBy(Hit::household, LinkedHashMap::new, Collectors.toList()));
        return households.values().stream();
    }
}
