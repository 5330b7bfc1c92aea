package org.yici.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.benchmarks.round.Figures;

class TableTest {

    private final Result result = new Result();

    @Test
    void each_figure_says_whether_it_keeps_to_its_limit() {
        result.put("posted_ratio", 29.9);
        result.put("rss_mb", 1_200);
        result.put("gift64_per_s", 1_234.5);
        assertThat(printed(Limit.least("posted_ratio", 30), Limit.most("rss_mb", 1_200)))
                .containsPattern("posted_ratio +29\\.90 +≥ 30 +NOT")
                .containsPattern("rss_mb +1,200 +≤ 1,200 +ok")
                .containsPattern("gift64_per_s +1,23[45]");
    }

    @Test
    void what_was_not_measured_is_null_and_keeps_to_nothing(@TempDir Path folder) throws IOException {
        result.put("home_per_s", 12_345.6789);
        result.put("home_nginx_per_s", new Figures(), "home_nginx_per_s");
        result.put("home_ratio", "home_per_s", (one, other) -> one / other, "home_nginx_per_s");
        assertThat(printed(Limit.least("home_ratio", 0.4)))
                .containsPattern("home_ratio +- +≥ 0\\.400")
                .doesNotContain("NOT");
        Path file = folder.resolve("benchmark.json");
        new JsonFile(file).write(result.values());
        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .isEqualTo("{\"home_per_s\":12345.679,\"home_nginx_per_s\":null,\"home_ratio\":null}");
    }

    private String printed(Limit... limits) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Table(result, List.of(limits)).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
