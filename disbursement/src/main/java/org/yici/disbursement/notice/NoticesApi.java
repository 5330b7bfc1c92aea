package org.yici.disbursement.notice;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.notice.PostNotice.Posted;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Notices, posted by programs. */
@RestController
final class NoticesApi {

    private final PostNotice postNotice;
    private final StrictJson json;

    NoticesApi(PostNotice postNotice, StrictJson json) {
        this.postNotice = postNotice;
        this.json = json;
    }

    /** Nothing is asked for: how long a notice runs is a setting, not a choice. */
    record Nothing() {}

    @PostMapping(path = "/api/v1/applications/{id}/notice", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Posted>> post(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        Nothing nothing = json.read(body, Nothing.class);
        return Answers.created(postNotice.post(actor, IdempotencyKey.of(exchange), id));
    }
}
