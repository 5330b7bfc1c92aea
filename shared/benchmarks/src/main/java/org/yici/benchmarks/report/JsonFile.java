package org.yici.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The figures for programs: one flat object, a number or null a name. */
public record JsonFile(Path file) {

    private static final double EXACT = 1_000;

    public void write(Map<String, @Nullable Double> values) throws IOException {
        Map<String, @Nullable Number> numbers = new LinkedHashMap<>();
        values.forEach((name, value) -> numbers.put(name, value == null ? null : number(value)));
        String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(numbers);
        Files.writeString(file, json + "\n");
    }

    /** Whole numbers stay whole; others have three decimals. */
    private static Number number(double value) {
        double rounded = Math.round(value * EXACT) / EXACT;
        return rounded == Math.rint(rounded) ? (Number) Math.round(rounded) : (Number) rounded;
    }
}
