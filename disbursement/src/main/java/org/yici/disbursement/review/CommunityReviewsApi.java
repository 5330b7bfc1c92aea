package org.yici.disbursement.review;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Chain;
import org.yici.disbursement.evidence.OpenEvidence;
import org.yici.disbursement.review.RecordCommunityReview.Meeting;
import org.yici.disbursement.review.RecordCommunityReview.Recorded;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Community reviews, for programs. */
@RestController
final class CommunityReviewsApi {

    private static final String ALL = "/api/v1/applications/{id}/community-reviews";

    private final RecordCommunityReview recordCommunityReview;
    private final OpenEvidence openEvidence;
    private final CommunityReviews reviews;
    private final StrictJson json;

    CommunityReviewsApi(
            RecordCommunityReview recordCommunityReview,
            OpenEvidence openEvidence,
            CommunityReviews reviews,
            StrictJson json) {
        this.recordCommunityReview = recordCommunityReview;
        this.openEvidence = openEvidence;
        this.reviews = reviews;
        this.json = json;
    }

    record Line(
            String id,
            LocalDate day,
            String place,
            int present,
            int inFavour,
            int against,
            int abstained,
            String outcome,
            String by,
            Instant at) {

        static Line of(CommunityReview review) {
            CommunityReview.Votes votes = review.votes();
            return new Line(
                    review.id().toString(),
                    review.day(),
                    review.place(),
                    votes.present(),
                    votes.inFavour(),
                    votes.against(),
                    votes.abstained(),
                    review.outcome(),
                    review.by(),
                    review.at());
        }
    }

    record Lines(List<Line> items) {}

    @PostMapping(path = ALL, consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Recorded>> add(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                recordCommunityReview.record(actor, IdempotencyKey.of(exchange), id, json.read(body, Meeting.class)));
    }

    @GetMapping(ALL)
    Mono<ResponseEntity<Lines>> list(StaffMember reader, @PathVariable String id) {
        return Answers.ok(Chain.then(openEvidence.caseOf(reader, id), application -> reviews.of(application.id())
                .map(found ->
                        Outcome.done(new Lines(found.stream().map(Line::of).toList())))));
    }
}
