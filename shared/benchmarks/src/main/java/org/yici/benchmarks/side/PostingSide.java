package org.yici.benchmarks.side;

import java.io.IOException;
import java.sql.SQLException;
import org.yici.benchmarks.edition.Database;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.process.Line;
import org.yici.benchmarks.round.Figures;
import org.yici.benchmarks.round.Side;
import org.yici.benchmarks.round.Watch;

/** (b) Journals posted inside a JVM, through a group commit, into a ledger of their own on the edition's PostgreSQL. */
public final class PostingSide implements Side {

    private static final int CALLERS = 3_000;
    private static final String ROLE = "yici_donations";

    private final String name;
    private final Edition edition;
    private final Ledgers ledgers;
    private final ChildJvm posters;

    public PostingSide(String name, Edition edition, Ledgers ledgers, ChildJvm posters) {
        this.name = name;
        this.edition = edition;
        this.ledgers = ledgers;
        this.posters = posters;
    }

    /** Where the next round posts. */
    public interface Ledgers {
        Database next() throws SQLException;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(int millis, Figures figures) throws IOException, SQLException {
        Database ledger = ledgers.next();
        long before = ledger.number("select last_sequence from ledger.head");
        Watch watch = Watch.begin(edition);
        double cpuBefore = posters.cpuSeconds();
        Line result = posters.ask(Line.of("post")
                .with("address", ledger.address())
                .with("user", ROLE)
                .with("password", ledger.password(ROLE))
                .with("callers", CALLERS)
                .with("millis", millis));
        double cpuMillis = 1_000 * (posters.cpuSeconds() - cpuBefore);
        figures.add(name, result.with("cpu_ms", cpuMillis), watch.end(), "per_s", "errors");
        long written = ledger.number("select count(*) from ledger.journals where sequence > " + before);
        if (written != result.whole("posted")) {
            throw new IllegalStateException(result.whole("posted") + " journals acknowledged, " + written + " written");
        }
    }
}
