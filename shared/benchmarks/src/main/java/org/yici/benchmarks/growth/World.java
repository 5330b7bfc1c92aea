package org.yici.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.yici.benchmarks.edition.Database;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.process.Folder;
import org.yici.benchmarks.process.Line;
import org.yici.benchmarks.round.Progress;

/** A demo world that was played, stopped, grown to so many journals, and started again. */
final class World implements AutoCloseable {

    private static final int PART = 1_000_000;
    private static final int SAMPLE = 2_000;
    private static final String SOME =
            "select %s from (select (random() * %d)::bigint + 1 as n from generate_series(1, %d)) r %s";

    private final String name;
    private final int journals;
    private final Edition edition;
    private final Database database;

    private World(String name, Edition edition) throws IOException, SQLException {
        this.database = edition.database();
        this.name = name;
        this.journals = (int) database.number("select last_sequence from ledger.head");
        this.edition = edition;
    }

    /** @param journals in all, or as many as the demo world has if those are more */
    static World grown(String name, int journals, Path target, List<String> jvmArguments, Progress progress)
            throws Exception {
        Path data = Folder.emptied(target.resolve(name));
        Edition.start(data, jvmArguments).close();
        List<String> words = List.of(data.toString(), Integer.toString(journals));
        Path log = target.resolve(name + "-grower.log");
        try (ChildJvm grower = ChildJvm.start(Grower.class, words, log, "-Xmx640m", binaries(jvmArguments))) {
            int gifts = grower.ask(Line.of("prepare")).whole("gifts");
            inParts("gifts", gifts, grower, progress);
            grower.tell(Line.of("books"));
            inParts("pages", gifts, grower, progress);
            grower.tell(Line.of("finish"));
        }
        return new World(name, Edition.start(data, jvmArguments));
    }

    private static void inParts(String what, int gifts, ChildJvm grower, Progress progress) throws IOException {
        for (int first = 1; first <= gifts; first += PART) {
            int last = Math.min(gifts, first + PART - 1);
            grower.tell(Line.of(what).with("first", first).with("last", last));
            progress.say("%s: %,d of %,d", what, last, gifts);
        }
    }

    private static String binaries(List<String> jvmArguments) {
        return jvmArguments.get(jvmArguments.size() - 1);
    }

    int journals() {
        return journals;
    }

    String name() {
        return name;
    }

    Edition edition() {
        return edition;
    }

    /** Pages of the book at random places. */
    List<String> bookPages() throws SQLException {
        return paths("'/api/v1/journals?limit=50&after=' || r.n", "");
    }

    /** The ways of random gifts. */
    List<String> traces() throws SQLException {
        return paths(
                "'/api/v1/trace/' || j.sequence", "join ledger.journals j on j.sequence = r.n and j.kind = 'donation'");
    }

    private List<String> paths(String path, String join) throws SQLException {
        List<String> paths = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SOME.formatted(path, journals - 100, SAMPLE, join))) {
            while (rows.next()) {
                paths.add(rows.getString(1));
            }
        }
        return paths;
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        edition.close();
    }
}
