package org.yici.disbursement.phone;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.phone.FileByPhone.Filed;
import org.yici.disbursement.phone.FileByPhone.Wanted;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Codes, and applications by their codes, for programs. Only giving a code out needs an account. */
@RestController
final class PhoneApi {

    private final IssueCode issueCode;
    private final FileByPhone fileByPhone;
    private final LookByPhone lookByPhone;
    private final StrictJson json;

    PhoneApi(IssueCode issueCode, FileByPhone fileByPhone, LookByPhone lookByPhone, StrictJson json) {
        this.issueCode = issueCode;
        this.fileByPhone = fileByPhone;
        this.lookByPhone = lookByPhone;
        this.json = json;
    }

    record Code(String code, Instant expiresAt) {}

    record Key(@Nullable String code, @Nullable String tail) {}

    @PostMapping("/api/v1/households/{id}/apply-codes")
    Mono<ResponseEntity<Code>> issue(StaffMember actor, @PathVariable String id, ServerWebExchange exchange) {
        return Answers.created(issueCode
                .issue(actor, IdempotencyKey.of(exchange), id)
                .map(outcome -> outcome.map(issued -> new Code(issued.code().digits(), issued.expiresAt()))));
    }

    @PostMapping(path = "/api/v1/applications/by-code", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Filed>> file(@RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(fileByPhone.file(IdempotencyKey.of(exchange), json.read(body, Wanted.class)));
    }

    /** A question, and a POST: a code belongs in no address that a log keeps. */
    @PostMapping(path = "/api/v1/applications/by-code/standing", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Standing>> look(@RequestBody byte[] body) {
        Key key = json.read(body, Key.class);
        return Answers.ok(lookByPhone.look(
                Objects.requireNonNullElse(key.code(), ""), Objects.requireNonNullElse(key.tail(), "")));
    }
}
