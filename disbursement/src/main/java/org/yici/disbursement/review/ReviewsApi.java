package org.yici.disbursement.review;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.application.Progress;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** A review, by a program. */
@RestController
final class ReviewsApi {

    private final Review review;
    private final StrictJson json;

    ReviewsApi(Review review, StrictJson json) {
        this.review = review;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/applications/{id}/reviews", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Progress>> decide(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        Review.Decision decision = json.read(body, Review.Decision.class);
        return Answers.created(review.decide(actor, IdempotencyKey.of(exchange), id, decision));
    }
}
