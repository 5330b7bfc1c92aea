package org.yici.benchmarks.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.yici.benchmarks.process.Line;
import org.yici.benchmarks.process.ProcessTree;

/** What was measured, by name, round by round. */
public final class Figures {

    private final Map<String, List<Double>> rounds = new TreeMap<>();

    public void add(String name, double value) {
        rounds.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    /** These values of an answer of the load generator, and what the round used of the machine, in percent of a processor. */
    public void add(String side, Line result, Watch.Use use, String... values) {
        for (String value : values) {
            add(side + "_" + value, result.number(value));
        }
        if (ProcessTree.canBeSeen()) {
            double percent = 100 / use.seconds();
            double load = result.number("cpu_ms") / 1_000;
            double others = use.busySeconds() - use.jvmSeconds() - use.postgresSeconds() - load;
            add(side + "_cpu_jvm_pct", percent * use.jvmSeconds());
            add(side + "_cpu_pg_pct", percent * use.postgresSeconds());
            add(side + "_cpu_load_pct", percent * load);
            add(side + "_cpu_others_pct", percent * others);
        }
    }

    /** Empty when nothing of that name was measured. */
    public OptionalDouble median(String name) {
        List<Double> values = of(name).stream().sorted().toList();
        int half = values.size() / 2;
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                values.size() % 2 == 1 ? values.get(half) : (values.get(half - 1) + values.get(half)) / 2);
    }

    /** In the order of the rounds. */
    public List<Double> of(String name) {
        return rounds.getOrDefault(name, List.of());
    }

    public List<String> names() {
        return List.copyOf(rounds.keySet());
    }
}
