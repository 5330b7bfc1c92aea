package org.yici.benchmarks.side;

import java.io.IOException;
import java.util.List;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.process.Line;
import org.yici.benchmarks.round.Figures;
import org.yici.benchmarks.round.Side;
import org.yici.benchmarks.round.Watch;

/** (d) Pages as a browser asks for them, on 64 keep-alive connections. */
public final class PageSide implements Side {

    /** What a browser says that it can unpack. */
    static final String ENCODINGS = "gzip, deflate, br, zstd";

    private static final int CONNECTIONS = 64;

    private final String name;
    private final Edition edition;
    private final int port;
    private final List<String> paths;
    private final ChildJvm generator;

    /** One page of the edition. */
    public static PageSide of(String name, Edition edition, String path, ChildJvm generator) {
        return new PageSide(name, edition, edition.port(), List.of(path), generator);
    }

    /**
     * Of the server at a port.
     *
     * @param port of the server that is asked, the edition's own or another beside it
     * @param paths any of them, at random, each time
     */
    public PageSide(String name, Edition edition, int port, List<String> paths, ChildJvm generator) {
        this.name = name;
        this.edition = edition;
        this.port = port;
        this.paths = paths;
        this.generator = generator;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(int millis, Figures figures) throws IOException {
        Watch watch = Watch.begin(edition);
        Line result = generator.ask(Line.of("pages")
                .with("port", port)
                .with("connections", CONNECTIONS)
                .with("millis", millis)
                .with("encodings", ENCODINGS)
                .with("paths", String.join("\n", paths)));
        figures.add(name, result, watch.end(), "per_s", "p50_ms", "p99_ms", "errors", "bytes");
    }
}
