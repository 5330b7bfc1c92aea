package org.yici.standalone.demo;

import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.standalone.RunningYici;
import org.yici.standalone.Service;
import reactor.core.publisher.Mono;

/** What the public site has read so far: the front door should not open on half a book. */
final class PublicPages {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DatabaseClient database;

    PublicPages(RunningYici yici) {
        database = yici.bean(Service.SITE, DatabaseClient.class);
    }

    /** Waits until the site shows the journal of that sequence. */
    Mono<Void> show(long sequence) {
        return database.sql("select coalesce(max(sequence), 0) as last from site.journal")
                .map(row -> row.get("last", Long.class))
                .one()
                .filter(last -> last >= sequence)
                .repeatWhenEmpty(rounds -> rounds.delayElements(LOOK_AGAIN))
                .timeout(PATIENCE)
                .then();
    }
}
