package org.yici.disbursement.followup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardId;
import org.yici.disbursement.award.Awards;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Confirmations and visits; what was written is sealed. */
@Component
final class FollowUps {

    private final DatabaseClient database;
    private final Awards awards;
    private final Seals seals;

    FollowUps(DatabaseClient database, Awards awards, Seals seals) {
        this.database = database;
        this.awards = awards;
        this.seals = seals;
    }

    Mono<Outcome<Award>> award(String id) {
        return Mono.justOrEmpty(Columns.parseId(id))
                .flatMap(known -> awards.find(new AwardId(known)))
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    /** Once: a confirmed grant is the end of its case. */
    Mono<Void> confirm(AwardId award, String method, @Nullable String note, String by, Instant at) {
        GenericExecuteSpec call = database.sql("insert into disbursement.confirmation (award, method, by, at, detail)"
                        + " values ($1, $2, $3, $4, $5)")
                .bind(0, award.value())
                .bind(1, method)
                .bind(2, by)
                .bind(3, Columns.utc(at));
        return seals.bind(call, 4, note, "confirmation", award, "detail").then();
    }

    Mono<Void> visit(UUID id, AwardId award, String note, String by, Instant at) {
        GenericExecuteSpec call = database.sql(
                        "insert into disbursement.followup (id, award, by, at, note) values ($1, $2, $3, $4, $5)")
                .bind(0, id)
                .bind(1, award.value())
                .bind(2, by)
                .bind(3, Columns.utc(at));
        return seals.bind(call, 4, note, "followup", id, "note").then();
    }
}
