package org.yici.benchmarks;

import java.util.List;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.edition.Quiet;
import org.yici.benchmarks.side.Figures;

/** All sides in turns: each is warmed up once, then they alternate, and none begins before the one before it is over. */
record Rounds(Edition edition, List<Turn> turns, Progress progress) {

    Figures run(int rounds) throws Exception {
        for (Turn turn : turns) {
            progress.say("warming up: %s", turn.name());
            turn.side().run(turn.warmUpMillis(), new Figures());
        }
        Figures figures = new Figures();
        for (int round = 1; round <= rounds; round++) {
            for (Turn turn : turns) {
                settle(figures);
                turn.side().run(turn.millis(), figures);
                List<Double> all = figures.of(turn.name() + "_per_s");
                progress.say("round %d: %s %s/s", round, turn.name(), Numbers.of(all.get(all.size() - 1)));
            }
        }
        settle(figures);
        return figures;
    }

    /** Until the pages show all that was given; then what is written is on the disk before the next one writes. */
    private void settle(Figures figures) throws Exception {
        long behind = Quiet.await(edition);
        if (behind > 0) {
            figures.add("pages_behind", behind);
        }
        edition.database().checkpoint();
    }
}
