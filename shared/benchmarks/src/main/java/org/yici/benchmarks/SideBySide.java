package org.yici.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yici.benchmarks.edition.Database;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.edition.Schemas;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.process.Folder;
import org.yici.benchmarks.round.Figures;
import org.yici.benchmarks.round.Progress;
import org.yici.benchmarks.round.Rounds;
import org.yici.benchmarks.round.Turn;
import org.yici.benchmarks.side.BaselineSide;
import org.yici.benchmarks.side.GiftSide;
import org.yici.benchmarks.side.GiftTotals;
import org.yici.benchmarks.side.Nginx;
import org.yici.benchmarks.side.NginxSide;
import org.yici.benchmarks.side.PageSide;
import org.yici.benchmarks.side.PostingSide;
import org.yici.benchmarks.side.Storage;

/** (a) to (d) at the size of the demo world, and one gift alone: one edition, and what it is measured against beside it. */
final class SideBySide implements AutoCloseable {

    private static final Map<String, String> PAGES = Map.of("home", "/", "summary", "/api/v1/summary");
    private static final int ROUND_MILLIS = 8_000;
    private static final int PAGE_MILLIS = 5_000;
    private static final int SINGLE_GIFTS = 200;
    private static final int SINGLE_PAUSE_MILLIS = 20;
    private static final int SINGLE_MOST_MILLIS = 60_000;

    private final Settings settings;
    private final Progress progress;
    private final Figures figures;
    private final GiftTotals gifts;
    private final ChildJvm generator;
    private final Edition edition;
    private final @Nullable Nginx nginx;

    SideBySide(Settings settings, Progress progress, Figures figures, GiftTotals gifts, ChildJvm generator)
            throws Exception {
        this.settings = settings;
        this.progress = progress;
        this.figures = figures;
        this.gifts = gifts;
        this.generator = generator;
        progress.say("starting the edition: java %s", String.join(" ", settings.edition()));
        edition = Edition.start(Folder.emptied(settings.target().resolve("edition")), settings.edition());
        nginx = nginx();
    }

    private @Nullable Nginx nginx() throws Exception {
        Path program = Nginx.program().orElse(null);
        if (program == null) {
            progress.say("nginx is not on the path: pages are measured without it");
            return null;
        }
        return new Nginx(program, edition, PAGES.values(), settings.target().resolve("nginx"));
    }

    void run(ChildJvm posters) throws Exception {
        List<Turn> turns = turns(posters).stream()
                .filter(turn -> settings.has(turn.name()))
                .toList();
        Storage before = Storage.of(edition.database());
        new Rounds(List.of(edition), figures, progress).run(settings.rounds(), turns);
        long stored = gifts.stored();
        if (stored > 0) {
            Storage.of(edition.database())
                    .grownSince(before)
                    .forEach((relation, bytes) -> figures.add("bytes_per_gift." + relation, (double) bytes / stored));
        }
        if (settings.has("single")) {
            single();
        }
    }

    private List<Turn> turns(ChildJvm posters) throws Exception {
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn(BaselineSide.in(edition, generator), 5_000, ROUND_MILLIS));
        Database ledger = Schemas.ledgerBeside(edition.database());
        turns.add(new Turn(new PostingSide("posted", edition, () -> ledger, posters), 10_000, ROUND_MILLIS));
        turns.add(new Turn(new GiftSide("gift64", 64, edition, generator, gifts), 15_000, ROUND_MILLIS));
        turns.add(new Turn(new GiftSide("gift512", 512, edition, generator, gifts), 10_000, ROUND_MILLIS));
        PAGES.forEach((name, path) -> {
            turns.add(new Turn(PageSide.of(name, edition, path, generator), 5_000, PAGE_MILLIS));
            if (nginx != null) {
                var same = new NginxSide(name + "_nginx", edition, nginx, path, generator);
                turns.add(new Turn(same, 2_000, PAGE_MILLIS));
            }
        });
        return turns;
    }

    /** One donor alone on a quiet machine. */
    private void single() throws Exception {
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
        if (nginx != null) {
            nginx.close();
        }
        edition.close();
    }
}
