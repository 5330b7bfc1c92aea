package org.yici.benchmarks.side;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import org.yici.benchmarks.edition.Database;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.process.Line;
import org.yici.benchmarks.round.Figures;
import org.yici.benchmarks.round.Side;
import org.yici.benchmarks.round.Watch;

/** (a) What others do: 64 connections, one transaction a gift ({@code baseline.sql}). */
public final class BaselineSide implements Side {

    private static final int CONNECTIONS = 64;

    private final Edition edition;
    private final ChildJvm generator;

    private BaselineSide(Edition edition, ChildJvm generator) {
        this.edition = edition;
        this.generator = generator;
    }

    /** Makes its tables. */
    public static BaselineSide in(Edition edition, ChildJvm generator) throws IOException, SQLException {
        makeTables(edition.database());
        return new BaselineSide(edition, generator);
    }

    static void makeTables(Database database) throws IOException, SQLException {
        try (InputStream file = BaselineSide.class.getResourceAsStream("baseline.sql")) {
            database.execute(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public void run(int millis, Figures figures) throws IOException, SQLException {
        Database database = edition.database();
        long before = rows(database);
        Watch watch = Watch.begin(edition);
        Line result = generator.ask(Line.of("baseline")
                .with("url", database.jdbcUrl())
                .with("user", Database.OWNER)
                .with("password", database.password(Database.OWNER))
                .with("connections", CONNECTIONS)
                .with("millis", millis));
        figures.add("baseline", result, watch.end(), "per_s", "p50_ms", "p99_ms");
        long written = rows(database) - before;
        if (written != result.whole("gifts")) {
            throw new IllegalStateException("the baseline gave " + result.whole("gifts") + " and wrote " + written);
        }
    }

    private static long rows(Database database) throws SQLException {
        return database.number("select count(*) from baseline.journals");
    }
}
