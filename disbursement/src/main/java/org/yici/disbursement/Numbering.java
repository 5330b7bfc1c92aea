package org.yici.disbursement;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Mono;

/**
 * Public codes such as {@code G-2018-0042}: a letter, the Chinese year, and the next number of that year. The number is
 * taken inside the caller's transaction, so one that is rolled back leaves no gap.
 */
@Component
public final class Numbering {

    private static final ZoneId CHINA = ProgramClock.CHINA;

    private final DatabaseClient database;

    Numbering(DatabaseClient database) {
        this.database = database;
    }

    public Mono<String> next(String letter, int digits, Instant at) {
        int year = at.atZone(CHINA).getYear();
        return database.sql("insert into disbursement.numbering as n (kind, year, last) values ($1, $2, 1)"
                        + " on conflict (kind, year) do update set last = n.last + 1 returning last")
                .bind(0, letter)
                .bind(1, year)
                .map(row -> row.get("last", Integer.class))
                .one()
                .map(last -> letter + "-" + year + "-" + padded(last, digits));
    }

    private static String padded(int number, int digits) {
        String plain = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }
}
