package org.yici.benchmarks.round;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.process.Machine;
import org.yici.benchmarks.process.ProcessTree;
import org.yici.benchmarks.process.ThreadTimes;

/** What a running edition uses of the machine from one moment to another. */
public final class Watch {

    private static final long FIRST_LOOK_SECONDS = 2;
    private static final long LOOK_SECONDS = 3;

    private final ProcessTree all;
    private final ProcessTree postgres;
    private final ThreadTimes threadsBefore;
    private final double allBefore;
    private final double postgresBefore;
    private final double busyBefore = Machine.busySeconds();
    private final long begin = System.nanoTime();
    private final Thread looking = new Thread(this::look, "memory");
    private volatile double mostMegabytes;

    private Watch(Edition edition) throws IOException {
        all = edition.processes();
        postgres = edition.postgres();
        threadsBefore = ThreadTimes.of(all.pid());
        allBefore = all.cpuSeconds();
        postgresBefore = postgres.cpuSeconds();
        looking.setDaemon(true);
        looking.start();
    }

    public static Watch begin(Edition edition) throws IOException {
        return new Watch(edition);
    }

    /**
     * What was used.
     *
     * @param threads of the JVM, by their names
     * @param busySeconds of all processors together, whoever used them
     * @param megabytes the most that was seen, JVM and PostgreSQL together
     */
    public record Use(
            double seconds,
            double jvmSeconds,
            Map<String, Double> threads,
            double postgresSeconds,
            double busySeconds,
            double megabytes) {}

    public Use end() {
        looking.interrupt();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double ofPostgres = postgres.cpuSeconds() - postgresBefore;
        double ofJvm = all.cpuSeconds() - allBefore - ofPostgres;
        Map<String, Double> threads = ThreadTimes.of(all.pid()).since(threadsBefore);
        return new Use(seconds, ofJvm, threads, ofPostgres, Machine.busySeconds() - busyBefore, mostMegabytes);
    }

    private void look() {
        try {
            TimeUnit.SECONDS.sleep(FIRST_LOOK_SECONDS);
            while (true) {
                mostMegabytes = Math.max(mostMegabytes, all.pssMegabytes());
                TimeUnit.SECONDS.sleep(LOOK_SECONDS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
