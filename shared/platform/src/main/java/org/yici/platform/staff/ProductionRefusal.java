package org.yici.platform.staff;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.platform.outcome.RefusedStart;

/** A production start beside accounts whose password everybody knows is no start. Not asked where staff are unknown. */
@Component
@Profile("production")
@ConditionalOnExpression("'${yici.database.role}' != '" + Sessions.NO_STAFF + "'")
final class ProductionRefusal implements SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final DatabaseClient database;
    private volatile boolean running;

    ProductionRefusal(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public void start() {
        Long there = database.sql("select staff.demo_accounts() as there")
                .map(row -> row.get("there", Long.class))
                .one()
                .block(PATIENCE);
        if (there == null || there > 0) {
            throw new RefusedStart("This database holds " + there
                    + " demo staff accounts (password known to everybody): production needs a database of its own.");
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }
}
