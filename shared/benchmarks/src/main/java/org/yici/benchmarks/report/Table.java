package org.yici.benchmarks.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yici.benchmarks.round.Numbers;

/** The figures for people, each beside the limit that it is to keep to. */
public record Table(Result result, List<Limit> limits) {

    public void print(PrintStream out) {
        Map<String, Limit> byFigure = limits.stream().collect(Collectors.toMap(Limit::figure, limit -> limit));
        out.printf("%n%-34s %12s   %-10s %-4s %s%n", "figure", "median", "limit", "", "rounds");
        result.values().forEach((name, value) -> out.println(line(name, value, byFigure.get(name))));
    }

    private String line(String name, @Nullable Double value, @Nullable Limit limit) {
        String kept = limit == null || value == null ? "" : limit.isKept(value) ? "ok" : "NOT";
        String rounds = result.rounds(name).stream().map(Numbers::of).collect(Collectors.joining("  "));
        return String.format(
                Locale.ROOT,
                "%-34s %12s   %-10s %-4s %s",
                name,
                value == null ? "-" : Numbers.of(value),
                limit == null ? "" : limit,
                kept,
                rounds);
    }
}
