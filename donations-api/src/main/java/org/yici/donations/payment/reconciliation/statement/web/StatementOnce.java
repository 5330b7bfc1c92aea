package org.yici.donations.payment.reconciliation.statement.web;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.reconciliation.statement.StatementId;
import org.yici.donations.payment.reconciliation.statement.Statements;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.IdempotentRequests;
import org.yici.platform.web.IdempotentRequests.Answer;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A step of a statement, done once a key: its answer is kept in the step's own transaction. */
@Component
final class StatementOnce {

    private final IdempotentRequests requests;
    private final Statements statements;
    private final JsonMapper json = StrictJson.strict();

    StatementOnce(IdempotentRequests requests, Statements statements) {
        this.requests = requests;
        this.statements = statements;
    }

    /** What a step answers: the statement's number, and its state after the step. */
    record Taken(String id, String state) {}

    /** @param hash of method, path and body */
    Mono<Outcome<Taken>> take(
            StaffMember actor, IdempotencyKey key, byte[] hash, Supplier<Mono<Outcome<StatementId>>> step) {
        return requests.once(actor.username(), key, hash, () -> Mono.defer(step)
                        .flatMap(outcome -> outcome.fold(
                                id -> statements.find(id).map(found -> Outcome.done(answer(id, found.isFiled()))),
                                refusal -> Mono.just(Outcome.<Answer>refused(refusal)))))
                .map(outcome -> outcome.map(answer -> json.readValue(answer.json(), Taken.class)));
    }

    private Answer answer(StatementId id, boolean filed) {
        Taken taken = new Taken(id.toString(), StatementAnswer.state(filed));
        return new Answer(HttpStatus.CREATED.value(), json.writeValueAsString(taken));
    }
}
