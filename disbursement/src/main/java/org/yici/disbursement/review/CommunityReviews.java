package org.yici.disbursement.review;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.application.Duty;
import org.yici.disbursement.review.CommunityReview.Votes;
import reactor.core.publisher.Mono;

/** Community reviews as they are kept: place and words are sealed. */
@Component
public final class CommunityReviews {

    private static final String TABLE = "community_review";

    private final DatabaseClient database;
    private final Seals seals;

    CommunityReviews(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** Oldest first. */
    public Mono<List<CommunityReview>> of(ApplicationId application) {
        return database.sql("select * from disbursement.community_review where application = $1 order by at, id")
                .bind(0, application.value())
                .map(this::review)
                .all()
                .collectList();
    }

    /** One by its id, for a replay. */
    public Mono<CommunityReview> find(UUID id) {
        return database.sql("select * from disbursement.community_review where id = $1")
                .bind(0, id)
                .map(this::review)
                .one();
    }

    Mono<Void> add(ApplicationId application, CommunityReview review, Duty duty) {
        Votes votes = review.votes();
        GenericExecuteSpec call = database.sql("insert into disbursement.community_review"
                        + " (id, application, day, present, in_favour, against, abstained, hash, duty, by, at, place, outcome)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
                .bind(0, review.id())
                .bind(1, application.value())
                .bind(2, review.day())
                .bind(3, votes.present())
                .bind(4, votes.inFavour())
                .bind(5, votes.against())
                .bind(6, votes.abstained())
                .bind(7, review.hash())
                .bind(8, duty.name())
                .bind(9, review.by())
                .bind(10, Columns.utc(review.at()));
        call = seals.bind(call, 11, review.place(), TABLE, review.id(), "place");
        return seals.bind(call, 12, review.outcome(), TABLE, review.id(), "outcome")
                .then();
    }

    private CommunityReview review(Readable row) {
        UUID id = Columns.id(row, "id");
        return new CommunityReview(
                id,
                Columns.required(row, "day", LocalDate.class),
                seals.open(row, TABLE, id, "place"),
                new Votes(
                        Columns.required(row, "present", Integer.class),
                        Columns.required(row, "in_favour", Integer.class),
                        Columns.required(row, "against", Integer.class),
                        Columns.required(row, "abstained", Integer.class)),
                seals.open(row, TABLE, id, "outcome"),
                Columns.text(row, "by"),
                Columns.instant(row, "at"));
    }
}
