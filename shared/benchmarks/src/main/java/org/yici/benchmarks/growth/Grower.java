package org.yici.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.yici.benchmarks.edition.Database;
import org.yici.benchmarks.process.Line;
import org.yici.benchmarks.process.Orders;
import org.yici.engines.Engines;

/**
 * Grows a demo world that nobody runs, in a process of its own: the gifts of years by set-based SQL, with triggers off,
 * such that no invariant could tell. The public pages' tables grow with it; of the topic they are read from only the last
 * record is written, since the relay goes on from there and the pages do not look back.
 */
public final class Grower {

    private static final String JOURNALS = "select last_sequence from ledger.head";

    private Grower() {}

    public static void main(String[] arguments) throws IOException {
        Orders.serve(order -> {
            try (Engines engines = Engines.start(Path.of(order.text("data")))) {
                Database database = Database.in(Path.of(order.text("data")));
                long played = database.number(JOURNALS);
                grow(database, Math.max(0, order.whole("journals") - played));
                LastRecord.of(database)
                        .publishTo(String.valueOf(engines.properties().get("yici.kafka")));
                return Line.of("grown").with("journals", database.number(JOURNALS));
            }
        });
    }

    /** By so many gifts; and makes a copy of the books alone beside them. */
    private static void grow(Database database, long gifts) throws Exception {
        try (BulkLoad load = BulkLoad.begin(database, gifts)) {
            load.once("prepare.sql");
            load.inParts("gifts.sql");
            load.once("books.sql");
            load.vacuum(List.of("ledger", "donations"));
            load.copyOfTheBooks();
            load.inParts("pages.sql");
            load.once("figures.sql");
            load.vacuum(List.of("site"));
        }
    }
}
