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

/** A demo world that was played, stopped, grown to so many journals, and started again. */
final class World implements AutoCloseable {

    private static final int SAMPLE = 2_000;
    private static final String SOME =
            "select %s from (select (random() * %d)::bigint + 1 as n from generate_series(1, %d)) r %s";

    private final String name;
    private final int journals;
    private final Edition edition;
    private final Database database;

    private World(String name, int journals, Edition edition) throws IOException {
        this.database = edition.database();
        this.name = name;
        this.journals = journals;
        this.edition = edition;
    }

    static World grown(String name, int journals, Path target, List<String> jvmArguments) throws Exception {
        Path data = Folder.emptied(target.resolve(name));
        Edition.start(data, jvmArguments).close();
        try (ChildJvm grower = ChildJvm.start(
                Grower.class, target.resolve(name + "-grower.log"), "-Xmx640m", binaries(jvmArguments))) {
            Line answer = grower.ask(Line.of("grow").with("data", data).with("journals", journals));
            return new World(name, answer.whole("journals"), Edition.start(data, jvmArguments));
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

    /** What {@code ledger.audit} finds: the books must be as though every gift had been given. */
    List<String> faults() throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select a::text from ledger.audit() a limit 10")) {
            while (rows.next()) {
                faults.add(rows.getString(1));
            }
        }
        return faults;
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        edition.close();
    }
}
