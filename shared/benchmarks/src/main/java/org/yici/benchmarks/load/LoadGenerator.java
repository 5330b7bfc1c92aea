package org.yici.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.yici.benchmarks.process.Line;
import org.yici.benchmarks.process.Orders;

/** The load generator's process. It lives as long as the benchmark, so that its own code is compiled when it counts. */
public final class LoadGenerator {

    private LoadGenerator() {}

    public static void main(String[] arguments) throws IOException {
        Orders.serve(LoadGenerator::answer);
    }

    /** What came of an order, and the processor time that it took this process. */
    public static Line answer(Line order) throws Exception {
        long before = cpuNanos();
        Line result =
                switch (order.word()) {
                    case "gifts" -> gifts(order);
                    case "pages" -> pages(order);
                    case "baseline" -> BaselineClients.run(order);
                    default -> throw new IllegalArgumentException(order.word());
                };
        return result.with("cpu_ms", TimeUnit.NANOSECONDS.toMillis(cpuNanos() - before));
    }

    private static Line gifts(Line order) throws IOException {
        long lasts = TimeUnit.MILLISECONDS.toNanos(order.whole("millis"));
        GiftRound round = new GiftRound(HexFormat.of().parseHex(order.text("key")), lasts, order.whole("most"));
        List<GiftVisitor> visitors = IntStream.range(0, order.whole("connections"))
                .mapToObj(i -> new GiftVisitor(round, order.text("campaign"), order.whole("pause")))
                .toList();
        new Crowd().visit(order.whole("port"), visitors, round::begin, lasts);
        Files.write(Path.of(order.text("ids")), round.ids());
        return round.result();
    }

    private static Line pages(Line order) throws IOException {
        long lasts = TimeUnit.MILLISECONDS.toNanos(order.whole("millis"));
        PageRound round = new PageRound(lasts);
        List<String> paths = order.text("paths").lines().toList();
        List<PageVisitor> visitors = IntStream.range(0, order.whole("connections"))
                .mapToObj(i -> new PageVisitor(round, paths, order.text("encodings")))
                .toList();
        new Crowd().visit(order.whole("port"), visitors, round::begin, lasts);
        return round.result();
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
