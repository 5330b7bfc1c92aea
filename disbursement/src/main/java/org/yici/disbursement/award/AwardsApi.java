package org.yici.disbursement.award;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.award.Approve.Decided;
import org.yici.disbursement.award.Approve.Decision;
import org.yici.disbursement.award.Release.Released;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** An approval, and the release of an award, by programs. */
@RestController
final class AwardsApi {

    private final Approve approve;
    private final Release release;
    private final StrictJson json;

    AwardsApi(Approve approve, Release release, StrictJson json) {
        this.approve = approve;
        this.release = release;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/applications/{id}/approval", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Decided>> decide(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(approve.decide(actor, IdempotencyKey.of(exchange), id, json.read(body, Decision.class)));
    }

    @PostMapping(path = "/api/v1/awards/{id}/release", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Released>> release(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                release.release(actor, IdempotencyKey.of(exchange), id, json.read(body, Release.Why.class)));
    }
}
