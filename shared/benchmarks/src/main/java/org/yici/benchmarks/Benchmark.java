package org.yici.benchmarks;

import java.nio.file.Path;
import org.yici.benchmarks.growth.Growth;
import org.yici.benchmarks.load.LoadGenerator;
import org.yici.benchmarks.posting.Posters;
import org.yici.benchmarks.process.ChildJvm;
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
 * writes {@code benchmark.json}. Ends with 1 when a gift was refused, lost or doubled; figures alone never fail.
 */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.ofThisProcess();
        Figures figures = new Figures();
        GiftTotals gifts = new GiftTotals();
        measure(settings, figures, gifts);
        Result result = new Summing(figures, gifts).result();
        new Table(result, Limits.ALL).print(System.out);
        new JsonFile(settings.target().resolve("benchmark.json")).write(result.values());
        System.exit(gifts.areExact() ? 0 : 1);
    }

    private static void measure(Settings settings, Figures figures, GiftTotals gifts) throws Exception {
        Progress progress = new Progress();
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
        return ChildJvm.start(main, target.resolve(main.getSimpleName() + ".log"), "-Xmx640m", "-XX:+UseSerialGC");
    }
}
