package org.yici.benchmarks.side;

import java.io.IOException;
import java.sql.SQLException;
import org.yici.benchmarks.edition.Database;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.process.Line;

/** (b) Journals posted inside a JVM, through a group commit, into a ledger of their own on the edition's PostgreSQL. */
public final class PostingSide implements Side {

    private static final int CALLERS = 3_000;
    private static final String ROLE = "yici_donations";

    private final Edition edition;
    private final Database ledger;
    private final ChildJvm posters;

    public PostingSide(Edition edition, Database ledger, ChildJvm posters) {
        this.edition = edition;
        this.ledger = ledger;
        this.posters = posters;
    }

    @Override
    public String name() {
        return "posted";
    }

    @Override
    public void run(int millis, Figures figures) throws IOException, SQLException {
        long before = journals();
        Watch watch = Watch.begin(edition);
        double cpuBefore = posters.cpuSeconds();
        Line result = posters.ask(Line.of("post")
                .with("address", ledger.address())
                .with("user", ROLE)
                .with("password", ledger.password(ROLE))
                .with("callers", CALLERS)
                .with("millis", millis));
        double cpuMillis = 1_000 * (posters.cpuSeconds() - cpuBefore);
        figures.add(name(), result.with("cpu_ms", cpuMillis), watch.end(), "per_s", "errors");
        long written = journals() - before;
        if (written != result.whole("posted")) {
            throw new IllegalStateException(result.whole("posted") + " journals acknowledged, " + written + " written");
        }
    }

    private long journals() throws SQLException {
        return ledger.number("select count(*) from ledger.journals");
    }
}
