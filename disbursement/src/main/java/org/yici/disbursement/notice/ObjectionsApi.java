package org.yici.disbursement.notice;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.application.Progress;
import org.yici.disbursement.notice.FileObjection.Words;
import org.yici.disbursement.notice.ReadAnswer.Answer;
import org.yici.disbursement.notice.ResolveObjection.Resolution;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Objections, by programs. Objecting and reading the answer need no account. */
@RestController
final class ObjectionsApi {

    private final FileObjection fileObjection;
    private final ObjectionReceipts receipts;
    private final ReadAnswer readAnswer;
    private final ResolveObjection resolveObjection;
    private final SenderAddress senderAddress;
    private final StrictJson json;

    ObjectionsApi(
            FileObjection fileObjection,
            ObjectionReceipts receipts,
            ReadAnswer readAnswer,
            ResolveObjection resolveObjection,
            SenderAddress senderAddress,
            StrictJson json) {
        this.fileObjection = fileObjection;
        this.receipts = receipts;
        this.readAnswer = readAnswer;
        this.resolveObjection = resolveObjection;
        this.senderAddress = senderAddress;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/notices/{code}/objections", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ObjectionReceipt>> object(
            @PathVariable String code, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(fileObjection
                .file(IdempotencyKey.of(exchange), code, json.read(body, Words.class), senderAddress.of(exchange))
                .map(outcome -> outcome.map(filed -> receipts.of(code, filed))));
    }

    @GetMapping("/api/v1/notices/{code}/objections/answer")
    Mono<ResponseEntity<Answer>> answer(
            @PathVariable String code, @RequestParam String receipt, @RequestParam String secret) {
        return Answers.ok(readAnswer.read(code, receipt, secret));
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
