package org.yici.disbursement.letter;

import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Seals;
import org.yici.disbursement.application.ApplicationId;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What letters say, sealed, by the step that decided. Only ever added to. */
@Component
final class FrozenLetters {

    private static final String TABLE = "letter";

    private final DatabaseClient database;
    private final Seals seals;
    private final JsonMapper json = StrictJson.strict();

    FrozenLetters(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** @param number of the step that decided */
    record Kept(ApplicationId application, int number, LetterWords words) {}

    Mono<Void> add(Kept kept) {
        return seals.bind(
                        database.sql(
                                        "insert into disbursement.letter (application, number, content) values ($1, $2, $3)")
                                .bind(0, kept.application().value())
                                .bind(1, kept.number()),
                        2,
                        json.writeValueAsString(kept.words()),
                        TABLE,
                        row(kept.application(), kept.number()),
                        "content")
                .then();
    }

    /** Empty of a decision from before letters were kept. */
    Mono<LetterWords> find(ApplicationId application, int number) {
        return database.sql("select content from disbursement.letter where application = $1 and number = $2")
                .bind(0, application.value())
                .bind(1, number)
                .map(row -> words(row, application, number))
                .one();
    }

    private LetterWords words(Readable row, ApplicationId application, int number) {
        return json.readValue(seals.open(row, TABLE, row(application, number), "content"), LetterWords.class);
    }

    private static String row(ApplicationId application, int number) {
        return application + "." + number;
    }
}
