package org.yici.benchmarks.growth;

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

    private final Engines engines;
    private final Database database;
    private final BulkLoad load;
    private final long gifts;

    private Grower(Path data, long journals) throws Exception {
        engines = Engines.start(data);
        database = Database.in(data);
        gifts = Math.max(0, journals - database.number(JOURNALS));
        load = BulkLoad.begin(database, gifts);
    }

    /** @param arguments the data folder, and how many journals there are to be */
    public static void main(String[] arguments) throws Exception {
        Grower grower = new Grower(Path.of(arguments[0]), Long.parseLong(arguments[1]));
        Orders.serve(grower::answer);
    }

    private Line answer(Line order) throws Exception {
        switch (order.word()) {
            case "prepare" -> load.once("prepare.sql");
            case "gifts", "pages" -> load.inParts(order.word() + ".sql", order.whole("first"), order.whole("last"));
            case "books" -> copyTheBooks();
            case "finish" -> finish();
            default -> throw new IllegalArgumentException(order.word());
        }
        return Line.of(order.word()).with("gifts", gifts);
    }

    /** Ledger and gifts as they are now, for posting where no relay reads. */
    private void copyTheBooks() throws Exception {
        load.once("books.sql");
        load.vacuum(List.of("ledger", "donations"));
        load.copyAs(Books.NAME);
    }

    private void finish() throws Exception {
        load.once("figures.sql");
        load.vacuum(List.of("site"));
        LastRecord.of(database).publishTo(String.valueOf(engines.properties().get("yici.kafka")));
        load.close();
        engines.close();
    }
}
