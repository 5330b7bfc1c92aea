package org.yici.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.yici.benchmarks.growth.Growth;
import org.yici.benchmarks.load.LoadGenerator;
import org.yici.benchmarks.posting.Posters;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.process.OneAtATime;
import org.yici.benchmarks.report.JsonFile;
import org.yici.benchmarks.report.Limits;
import org.yici.benchmarks.report.Result;
import org.yici.benchmarks.report.Summing;
import org.yici.benchmarks.report.Table;
import org.yici.benchmarks.round.Figures;
import org.yici.benchmarks.round.Progress;
import org.yici.benchmarks.side.GiftTotals;

/**
 * Measures the embedded edition as an operator starts it, in one run with what it is measured against, prints a table and
 * writes {@code benchmark.json}. Ends with 1 when anything was refused, or a gift lost or doubled; slowness never fails.
 */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.ofThisProcess();
        Figures figures = new Figures();
        GiftTotals gifts = new GiftTotals();
        Progress progress = new Progress();
        OneAtATime.await(() -> progress.say("waiting for another benchmark to end"));
        measure(settings, progress, figures, gifts);
        Result result = new Summing(figures, gifts).result();
        new Table(result, Limits.ALL).print(System.out);
        new JsonFile(settings.target().resolve("benchmark.json")).write(result.values());
        System.exit(gifts.areExact() && isWithoutErrors(figures) ? 0 : 1);
    }

    /** Of journals and pages. */
    private static boolean isWithoutErrors(Figures figures) {
        return figures.names().stream()
                .filter(name -> name.endsWith("_errors"))
                .allMatch(name -> figures.of(name).stream().allMatch(errors -> errors == 0));
    }

    private static void measure(Settings settings, Progress progress, Figures figures, GiftTotals gifts)
            throws Exception {
        Path target = settings.target();
        try (ChildJvm generator = child(LoadGenerator.class, target);
                ChildJvm posters = child(Posters.class, target)) {
            if (settings.sideBySide()) {
                try (SideBySide here = new SideBySide(settings, progress, figures, gifts, generator)) {
                    here.run(posters);
                }
            }
            if (settings.growth() > 0) {
                new Growth(figures, gifts, generator, posters, progress)
                        .run(settings.growth(), settings.rounds(), target, settings.edition());
            }
        }
    }

    private static ChildJvm child(Class<?> main, Path target) throws Exception {
        return ChildJvm.start(
                main, List.of(), target.resolve(main.getSimpleName() + ".log"), "-Xmx640m", "-XX:+UseSerialGC");
    }
}
