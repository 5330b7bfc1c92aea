package org.yici.platform.staff;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How colleagues call the people behind usernames, for pages that tell who did what. */
@Component
public final class StaffNames {
    private final DatabaseClient database;

    StaffNames(DatabaseClient database) {
        this.database = database;
    }

    /** Names by username; an account that is gone is not in the map. */
    public Mono<Map<String, String>> of(Collection<String> usernames) {
        return database.sql("SELECT username, name FROM staff.names_of($1)")
                .bind(0, usernames.toArray(String[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("username", String.class)),
                        Objects.requireNonNull(row.get("name", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
