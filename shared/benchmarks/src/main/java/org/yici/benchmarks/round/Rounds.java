package org.yici.benchmarks.round;

import java.util.List;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.edition.Quiet;

/**
 * All sides in turns: each is warmed up once, then they alternate, and none begins before the one before it is over.
 *
 * @param editions those that the sides ask
 */
public record Rounds(List<Edition> editions, Figures figures, Progress progress) {

    public void run(int rounds, List<Turn> turns) throws Exception {
        for (Turn turn : turns) {
            progress.say("warming up: %s", turn.name());
            turn.side().run(turn.warmUpMillis(), new Figures());
        }
        for (int round = 1; round <= rounds; round++) {
            for (Turn turn : turns) {
                settle();
                turn.side().run(turn.millis(), figures);
                List<Double> all = figures.of(turn.name() + "_per_s");
                progress.say("round %d: %s %s/s", round, turn.name(), Numbers.of(all.get(all.size() - 1)));
            }
        }
        settle();
    }

    /** Until the pages show all that was given; then what is written is on the disk before the next one writes. */
    private void settle() throws Exception {
        for (Edition edition : editions) {
            long behind = Quiet.await(edition);
            if (behind > 0) {
                figures.add("pages_behind", behind);
            }
            edition.database().checkpoint();
        }
    }
}
