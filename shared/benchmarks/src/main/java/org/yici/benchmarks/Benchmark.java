package org.yici.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.edition.LedgerDatabase;
import org.yici.benchmarks.load.LoadGenerator;
import org.yici.benchmarks.posting.Posters;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.process.Folder;
import org.yici.benchmarks.side.BaselineSide;
import org.yici.benchmarks.side.Figures;
import org.yici.benchmarks.side.GiftSide;
import org.yici.benchmarks.side.GiftTotals;
import org.yici.benchmarks.side.Nginx;
import org.yici.benchmarks.side.NginxSide;
import org.yici.benchmarks.side.PageSide;
import org.yici.benchmarks.side.PostingSide;
import org.yici.benchmarks.side.Storage;

/**
 * Measures the embedded edition as an operator starts it, in one run with what it is measured against, prints a table and
 * writes {@code benchmark.json}. Ends with 1 when a gift was refused, lost or doubled; figures alone never fail.
 */
public final class Benchmark implements AutoCloseable {

    private static final int ROUND_MILLIS = 8_000;
    private static final int PAGE_MILLIS = 5_000;
    private static final int SINGLE_GIFTS = 200;
    private static final int SINGLE_PAUSE_MILLIS = 20;
    private static final int SINGLE_MOST_MILLIS = 60_000;

    private final Settings settings;
    private final Progress progress = new Progress();
    private final Edition edition;
    private final ChildJvm generator;
    private final ChildJvm posters;
    private final GiftTotals gifts = new GiftTotals();
    private @Nullable Nginx nginx;

    private Benchmark(Settings settings) throws Exception {
        this.settings = settings;
        Path target = settings.target();
        progress.say("starting the edition: java %s", String.join(" ", settings.edition()));
        edition = Edition.start(Folder.emptied(target.resolve("edition")), settings.edition());
        generator = ChildJvm.start(LoadGenerator.class, target.resolve("load.log"), "-Xmx512m", "-XX:+UseSerialGC");
        posters = ChildJvm.start(Posters.class, target.resolve("posters.log"), "-Xmx640m", "-XX:+UseSerialGC");
    }

    public static void main(String[] arguments) throws Exception {
        boolean exact;
        try (Benchmark benchmark = new Benchmark(Settings.ofThisProcess())) {
            exact = benchmark.run();
        }
        System.exit(exact ? 0 : 1);
    }

    private boolean run() throws Exception {
        Storage before = Storage.of(edition.database());
        Figures figures = new Rounds(edition, turns(), progress).run(settings.rounds());
        Map<String, Long> grown = Storage.of(edition.database()).grownSince(before);
        long stored = gifts.stored();
        if (settings.has("single")) {
            single(figures);
        }
        Result result = new Summing(figures, gifts, grown, stored).result();
        new Table(result, Limits.ALL).print(System.out);
        new JsonFile(settings.target().resolve("benchmark.json")).write(result.values());
        return gifts.areExact();
    }

    private List<Turn> turns() throws Exception {
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn(BaselineSide.in(edition, generator), 5_000, ROUND_MILLIS));
        turns.add(new Turn(
                new PostingSide(edition, LedgerDatabase.besides(edition.database()), posters), 10_000, ROUND_MILLIS));
        turns.add(new Turn(new GiftSide("gift64", 64, edition, generator, gifts), 15_000, ROUND_MILLIS));
        turns.add(new Turn(new GiftSide("gift512", 512, edition, generator, gifts), 10_000, ROUND_MILLIS));
        turns.addAll(pages());
        turns.removeIf(turn -> !settings.has(turn.name()));
        return turns;
    }

    private List<Turn> pages() throws Exception {
        Map<String, String> pages = Map.of("home", "/", "summary", "/api/v1/summary");
        Path program = Nginx.program().orElse(null);
        List<Turn> turns = new ArrayList<>();
        if (program == null) {
            progress.say("nginx is not on the path: pages are measured without it");
        } else {
            nginx = new Nginx(
                    program, edition, pages.values(), settings.target().resolve("nginx"));
        }
        pages.forEach((name, path) -> {
            turns.add(new Turn(PageSide.of(name, edition, path, generator), 5_000, PAGE_MILLIS));
            if (nginx != null) {
                turns.add(
                        new Turn(new NginxSide(name + "_nginx", edition, nginx, path, generator), 2_000, PAGE_MILLIS));
            }
        });
        return turns;
    }

    /** One donor alone on a quiet machine. */
    private void single(Figures figures) throws Exception {
        progress.say("one gift at a time, %d times", SINGLE_GIFTS);
        Figures alone = new Figures();
        new GiftSide("single", 1, edition, generator, gifts)
                .run(SINGLE_MOST_MILLIS, SINGLE_GIFTS, SINGLE_PAUSE_MILLIS, alone);
        for (String name : List.of("single_create_p50_ms", "single_notify_p50_ms", "single_notify_p99_ms")) {
            figures.add(name, alone.of(name).get(0));
        }
    }

    @Override
    public void close() {
        generator.close();
        posters.close();
        if (nginx != null) {
            nginx.close();
        }
        edition.close();
    }
}
