package org.yici.disbursement.followup;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.followup.ConfirmReceipt.Confirmation;
import org.yici.disbursement.followup.ConfirmReceipt.Confirmed;
import org.yici.disbursement.followup.NoteVisit.Noted;
import org.yici.disbursement.followup.NoteVisit.Visit;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Confirmations and visits, by programs. */
@RestController
final class FollowUpsApi {

    private final ConfirmReceipt confirmReceipt;
    private final NoteVisit noteVisit;
    private final StrictJson json;

    FollowUpsApi(ConfirmReceipt confirmReceipt, NoteVisit noteVisit, StrictJson json) {
        this.confirmReceipt = confirmReceipt;
        this.noteVisit = noteVisit;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/awards/{id}/confirmation", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Confirmed>> confirm(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                confirmReceipt.confirm(actor, IdempotencyKey.of(exchange), id, json.read(body, Confirmation.class)));
    }

    @PostMapping(path = "/api/v1/awards/{id}/followups", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Noted>> note(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(noteVisit.note(actor, IdempotencyKey.of(exchange), id, json.read(body, Visit.class)));
    }
}
