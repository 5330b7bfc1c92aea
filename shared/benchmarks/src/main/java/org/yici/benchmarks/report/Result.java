package org.yici.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.yici.benchmarks.round.Figures;

/** What came of the whole benchmark: one number a figure, null where it could not be measured. */
public final class Result {

    private final Map<String, @Nullable Double> values = new LinkedHashMap<>();
    private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

    void put(String name, double value) {
        values.put(name, value);
    }

    /** The median of a figure's rounds. */
    void put(String name, Figures figures, String measured) {
        OptionalDouble median = figures.median(measured);
        values.put(name, median.isPresent() ? median.getAsDouble() : null);
        rounds.put(name, figures.of(measured));
    }

    /** A figure made of two others; null when one of them is. */
    void put(String name, String first, DoubleBinaryOperator of, String second) {
        Double one = values.get(first);
        Double other = values.get(second);
        values.put(name, one == null || other == null ? null : of.applyAsDouble(one, other));
    }

    /** All the medians that have no name of their own yet. */
    void putRest(Figures figures) {
        for (String name : figures.names()) {
            if (!values.containsKey(name)) {
                put(name, figures, name);
            }
        }
    }

    public Map<String, @Nullable Double> values() {
        return values;
    }

    List<Double> rounds(String name) {
        return rounds.getOrDefault(name, List.of());
    }
}
