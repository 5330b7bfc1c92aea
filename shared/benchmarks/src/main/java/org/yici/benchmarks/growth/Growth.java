package org.yici.benchmarks.growth;

import java.nio.file.Path;
import java.util.List;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.round.Figures;
import org.yici.benchmarks.round.Progress;
import org.yici.benchmarks.round.Rounds;
import org.yici.benchmarks.round.Turn;
import org.yici.benchmarks.side.GiftSide;
import org.yici.benchmarks.side.GiftTotals;
import org.yici.benchmarks.side.PageSide;
import org.yici.benchmarks.side.PostingSide;

/**
 * (e) What ten million journals cost: a small and a large world at once, asked in turns. First what only reads, then journals
 * posted into copies of the books, then gifts, since those make the small world grow.
 */
public record Growth(Figures figures, GiftTotals gifts, ChildJvm generator, ChildJvm posters, Progress progress) {

    private static final int SMALL = 10_000;
    private static final int CONNECTIONS = 512;
    private static final int MILLIS = 5_000;
    private static final int GIFT_MILLIS = 8_000;
    /** Both worlds are new processes: for so long each page is served faster from second to second, the first one most. */
    private static final int READING_WARM_UP_MILLIS = 20_000;

    private static final String FUND = "/api/v1/funds/poverty-relief";

    /**
     * All of it.
     *
     * @param most journals of the large world
     * @param jvmArguments of both editions
     */
    public void run(int most, int rounds, Path target, List<String> jvmArguments) throws Exception {
        try (World small = grown("small", SMALL, target, jvmArguments);
                World large = grown("large", most, target, jvmArguments)) {
            Rounds all = new Rounds(List.of(small.edition(), large.edition()), figures, progress);
            List<World> worlds = List.of(small, large);
            all.run(rounds, reading(small, large));
            all.run(rounds, worlds.stream().map(this::posting).toList());
            all.run(rounds, worlds.stream().map(this::giving).toList());
        }
    }

    private World grown(String name, int journals, Path target, List<String> jvmArguments) throws Exception {
        progress.say("growing the %s world to %,d journals", name, journals);
        World world = World.grown(name, journals, target, jvmArguments, progress);
        progress.say("the %s world has %,d journals", name, world.journals());
        return world;
    }

    private List<Turn> reading(World small, World large) throws Exception {
        return List.of(
                reading(small, "journals", small.bookPages()),
                reading(large, "journals", large.bookPages()),
                reading(small, "trace", small.traces()),
                reading(large, "trace", large.traces()),
                reading(small, "fund", List.of(FUND)),
                reading(large, "fund", List.of(FUND)));
    }

    private Turn reading(World world, String what, List<String> paths) {
        var side = new PageSide(
                world.name() + "_" + what, world.edition(), world.edition().port(), paths, generator);
        return new Turn(side, READING_WARM_UP_MILLIS, MILLIS);
    }

    private Turn posting(World world) {
        Books books = new Books(world.database(), world.name().equals("small"));
        return new Turn(
                new PostingSide(world.name() + "_posted", world.edition(), books, posters), GIFT_MILLIS, MILLIS);
    }

    private Turn giving(World world) {
        var side = new GiftSide(world.name() + "_gift512", CONNECTIONS, world.edition(), generator, gifts);
        return new Turn(side, 2 * GIFT_MILLIS, GIFT_MILLIS);
    }
}
