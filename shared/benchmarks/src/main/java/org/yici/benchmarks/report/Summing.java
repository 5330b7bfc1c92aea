package org.yici.benchmarks.report;

import java.util.List;
import org.yici.benchmarks.round.Figures;
import org.yici.benchmarks.side.GiftTotals;

/** Makes the result of what was measured. */
public record Summing(Figures figures, GiftTotals gifts) {

    private static final String BYTES = "bytes_per_gift";
    private static final List<String> FIGURES = List.of(
            "baseline_per_s",
            "posted_per_s",
            "gift64_per_s",
            "gift512_per_s",
            "gift512_create_p99_ms",
            "gift512_notify_p99_ms",
            "home_per_s",
            "home_nginx_per_s",
            "summary_per_s",
            "summary_nginx_per_s");

    private static final List<String> GROWN = List.of("posted", "gift512", "journals", "trace", "fund");

    public Result result() {
        Result result = new Result();
        FIGURES.forEach(name -> result.put(name, figures, name));
        result.put("single_gift_ms", figures, "single_notify_p50_ms");
        result.put("rss_mb", figures, "gift512_pss_mb");
        result.put("loadgen_cpu_ms_per_gift", figures, "gift512_load_cpu_ms");
        result.put("cpu_jvm_pct", figures, "gift512_cpu_jvm_pct");
        result.put("cpu_pg_pct", figures, "gift512_cpu_pg_pct");
        result.put("cpu_load_pct", figures, "gift512_cpu_load_pct");
        gifts(result);
        ratio(result, "posted_ratio", "posted_per_s", "baseline_per_s");
        ratio(result, "gift64_ratio", "gift64_per_s", "baseline_per_s");
        ratio(result, "gift512_ratio", "gift512_per_s", "baseline_per_s");
        ratio(result, "home_ratio", "home_per_s", "home_nginx_per_s");
        ratio(result, "summary_ratio", "summary_per_s", "summary_nginx_per_s");
        if (!figures.of("large_gift512_per_s").isEmpty()) {
            GROWN.forEach(what -> growth(result, what));
        }
        result.putRest(figures);
        return result;
    }

    private void gifts(Result result) {
        result.put("gift_errors", gifts.errors());
        result.put("gift_answered", gifts.answered());
        result.put("gift_stored", gifts.stored());
        result.put("gift_lost", gifts.lost());
        List<String> relations =
                figures.names().stream().filter(name -> name.startsWith(BYTES)).toList();
        if (!relations.isEmpty()) {
            result.put(
                    BYTES,
                    relations.stream()
                            .mapToDouble(name -> figures.of(name).get(0))
                            .sum());
        }
    }

    private void growth(Result result, String what) {
        for (String size : List.of("small_", "large_")) {
            result.put(size + what + "_per_s", figures, size + what + "_per_s");
        }
        ratio(result, "growth_" + what + "_ratio", "large_" + what + "_per_s", "small_" + what + "_per_s");
    }

    private static void ratio(Result result, String name, String part, String whole) {
        result.put(name, part, (one, other) -> one / other, whole);
    }
}
