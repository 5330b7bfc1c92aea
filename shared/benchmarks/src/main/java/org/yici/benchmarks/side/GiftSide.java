package org.yici.benchmarks.side;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.edition.SandboxKey;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.process.Line;
import org.yici.benchmarks.round.Figures;
import org.yici.benchmarks.round.Side;
import org.yici.benchmarks.round.Watch;

/** (c) Whole gifts over HTTP: each is made, and then its payment is notified as the sandbox would. */
public final class GiftSide implements Side {

    public static final String CAMPAIGN = "poverty-relief";

    private final String name;
    private final int connections;
    private final Edition edition;
    private final ChildJvm generator;
    private final GiftTotals totals;
    private final String key;
    private final Path ids;

    /** @param totals where the gifts of every round are counted, warming up included */
    public GiftSide(String name, int connections, Edition edition, ChildJvm generator, GiftTotals totals) {
        this.name = name;
        this.connections = connections;
        this.edition = edition;
        this.generator = generator;
        this.totals = totals;
        this.key = SandboxKey.of(edition.data());
        this.ids = edition.data().resolveSibling(name + ".ids");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(int millis, Figures figures) throws IOException, SQLException {
        run(millis, Integer.MAX_VALUE, 0, figures);
    }

    /**
     * Gives until the time is over or there are enough.
     *
     * @param pauseMillis before each gift, on each connection
     */
    public void run(int millis, int most, int pauseMillis, Figures figures) throws IOException, SQLException {
        StoredGifts stored = StoredGifts.since(edition.database());
        Watch watch = Watch.begin(edition);
        Line result = generator.ask(Line.of("gifts")
                .with("port", edition.port())
                .with("connections", connections)
                .with("millis", millis)
                .with("most", most)
                .with("pause", pauseMillis)
                .with("campaign", CAMPAIGN)
                .with("key", key)
                .with("ids", ids));
        Watch.Use use = watch.end();
        double answered = result.number("answered");
        figures.add(name, result, use, "per_s", "create_p50_ms", "create_p99_ms", "notify_p50_ms", "notify_p99_ms");
        figures.add(name + "_jvm_cpu_ms", 1_000 * use.jvmSeconds() / answered);
        figures.add(name + "_pg_cpu_ms", 1_000 * use.postgresSeconds() / answered);
        figures.add(name + "_load_cpu_ms", result.number("cpu_ms") / answered);
        use.threads().forEach((group, seconds) -> threads(group, 100 * seconds / use.seconds(), figures));
        figures.add(name + "_pss_mb", use.megabytes());
        totals.add(result.whole("errors"), stored.compare(ids));
    }

    /** Where the JVM's time goes; what is hardly anything is left out. */
    private void threads(String group, double percent, Figures figures) {
        if (percent >= 1) {
            figures.add(name + "_thread_pct." + group, percent);
        }
    }
}
