package org.yici.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.yici.benchmarks.edition.Database;
import org.yici.benchmarks.edition.Schemas;
import org.yici.engines.EnginesForTests;

/** A database of this JVM's own PostgreSQL, migrated as the edition's is. */
public final class RealDatabase {

    private RealDatabase() {}

    public static Database migrated() throws IOException {
        String name = Objects.requireNonNull(EnginesForTests.freshDatabase().get("yici.database.name"));
        Path engines = Path.of(
                "target",
                "engines-for-tests",
                Long.toString(ProcessHandle.current().pid()));
        Database database = Database.in(engines).named(name);
        Schemas.migrate(database, "platform", "ledger", "donations", "site");
        return database;
    }
}
