package org.yici.benchmarks.growth;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.yici.benchmarks.edition.Database;
import org.yici.benchmarks.side.PostingSide.Ledgers;

/** A ledger to post into, of just the size that it was grown to: a new copy each time, unless that would take too long. */
final class Books implements Ledgers {

    /** Of the database that is copied when the world is grown. */
    static final String NAME = "books";

    private final Database original;
    private final boolean isCopied;
    private int copies;

    Books(Database edition, boolean isCopied) {
        this.original = edition.named(NAME);
        this.isCopied = isCopied;
    }

    @Override
    public Database next() throws SQLException {
        if (!isCopied) {
            return original;
        }
        String name = NAME + "_" + ++copies;
        try (Connection connection = original.named("postgres").connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + NAME);
        }
        return original.named(name);
    }
}
