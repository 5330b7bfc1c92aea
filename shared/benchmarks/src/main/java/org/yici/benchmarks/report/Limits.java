package org.yici.benchmarks.report;

import static org.yici.benchmarks.report.Limit.least;
import static org.yici.benchmarks.report.Limit.most;

import java.util.List;

/** What the platform is to keep to on the smallest machine: two processors. */
public final class Limits {

    public static final List<Limit> ALL = List.of(
            least("posted_ratio", 30),
            least("gift64_ratio", 6),
            least("gift512_ratio", 6),
            most("gift512_create_p99_ms", 60),
            most("gift512_notify_p99_ms", 60),
            most("gift_errors", 0),
            most("gift_lost", 0),
            most("single_gift_ms", 15),
            least("home_ratio", 0.4),
            least("summary_ratio", 0.3),
            most("rss_mb", 1_200),
            most("bytes_per_gift", 1_200),
            least("growth_posted_ratio", 0.9),
            least("growth_gift512_ratio", 0.7),
            least("growth_journals_ratio", 0.9),
            least("growth_trace_ratio", 0.9),
            least("growth_fund_ratio", 0.9));

    private Limits() {}
}
