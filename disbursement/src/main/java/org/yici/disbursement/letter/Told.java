package org.yici.disbursement.letter;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationId;
import reactor.core.publisher.Mono;

/** Words that officers chose for the household, beside the note that stays inside. Sealed, and only ever added to. */
@Component
public final class Told {

    private final DatabaseClient database;
    private final Seals seals;

    Told(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** Keeps them with the case's newest step; nothing where nothing was written. */
    public Mono<Void> keep(Application moved, @Nullable String typed) {
        String words = Typed.orNull(typed);
        if (words == null) {
            return Mono.empty();
        }
        int number = moved.steps().size() - 1;
        return seals.bind(
                        database.sql("insert into disbursement.told values ($1, $2, $3)")
                                .bind(0, moved.id().value())
                                .bind(1, number),
                        2,
                        words,
                        "told",
                        moved.id() + "." + number,
                        "words")
                .then();
    }

    /** By the number of the step. */
    Mono<Map<Integer, String>> of(ApplicationId application) {
        return database.sql("select number, words from disbursement.told where application = $1")
                .bind(0, application.value())
                .map(row -> {
                    int number = Columns.required(row, "number", Integer.class);
                    return Map.entry(number, seals.open(row, "told", application + "." + number, "words"));
                })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, HashMap::new);
    }
}
