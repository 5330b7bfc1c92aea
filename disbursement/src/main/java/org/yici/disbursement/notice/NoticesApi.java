package org.yici.disbursement.notice;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.application.Progress;
import org.yici.disbursement.notice.FileObjection.Receipt;
import org.yici.disbursement.notice.FileObjection.Words;
import org.yici.disbursement.notice.PostNotice.Posted;
import org.yici.disbursement.notice.ResolveObjection.Resolution;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Notices and objections, by programs. Objecting needs no account. */
@RestController
final class NoticesApi {

    private final PostNotice postNotice;
    private final FileObjection fileObjection;
    private final ResolveObjection resolveObjection;
    private final StrictJson json;

    NoticesApi(PostNotice postNotice, FileObjection fileObjection, ResolveObjection resolveObjection, StrictJson json) {
        this.postNotice = postNotice;
        this.fileObjection = fileObjection;
        this.resolveObjection = resolveObjection;
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

    @PostMapping(path = "/api/v1/notices/{code}/objections", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> object(
            @PathVariable String code, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(fileObjection.file(IdempotencyKey.of(exchange), code, json.read(body, Words.class)));
    }

    @PostMapping(path = "/api/v1/applications/{id}/objections/{receipt}/resolution", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Progress>> resolve(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String receipt,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        Resolution resolution = json.read(body, Resolution.class);
        return Answers.created(resolveObjection.resolve(actor, IdempotencyKey.of(exchange), id, receipt, resolution));
    }
}
