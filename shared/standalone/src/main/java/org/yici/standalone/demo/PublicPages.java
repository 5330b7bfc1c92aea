package org.yici.standalone.demo;

import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.standalone.RunningYici;
import org.yici.standalone.Service;
import reactor.core.publisher.Mono;

/** What the public site has read so far: the front door should not open on half a book. */
final class PublicPages {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** Pages are made anew at most once a second: after the last record it takes that long until they say so. */
    private static final Duration PRESS = Duration.ofMillis(1_500);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DatabaseClient database;

    PublicPages(RunningYici yici) {
        database = yici.bean(Service.SITE, DatabaseClient.class);
    }

    /** Waits until the site has read the journal of that sequence and has had the time to show it. */
    Mono<Void> show(long sequence) {
        return database.sql("select coalesce(max(sequence), 0) as last from site.journal")
                .map(row -> row.get("last", Long.class))
                .one()
                .filter(last -> last >= sequence)
                .repeatWhenEmpty(rounds -> rounds.delayElements(LOOK_AGAIN))
                .timeout(PATIENCE)
                .delayElement(PRESS)
                .then();
    }
}
