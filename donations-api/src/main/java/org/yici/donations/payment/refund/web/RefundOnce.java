package org.yici.donations.payment.refund.web;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.refund.Refund;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.IdempotentRequests;
import org.yici.platform.web.IdempotentRequests.Answer;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A step of a refund, done once a key: its answer is kept in the step's own transaction. */
@Component
final class RefundOnce {

    private final IdempotentRequests requests;
    private final JsonMapper json = StrictJson.strict();

    RefundOnce(IdempotentRequests requests) {
        this.requests = requests;
    }

    /** What a step answers. */
    record Taken(String id, String state) {

        static Taken of(Refund refund) {
            return new Taken(refund.id().toString(), refund.status().name());
        }
    }

    /**
     * @param actor a staff username, or what the donor holds; keys of different people never meet
     * @param hash of method, path and body
     */
    Mono<Outcome<Taken>> take(String actor, IdempotencyKey key, byte[] hash, Supplier<Mono<Outcome<Refund>>> step) {
        return requests.once(actor, key, hash, () -> Mono.defer(step).map(outcome -> outcome.map(this::answer)))
                .map(outcome -> outcome.map(answer -> json.readValue(answer.json(), Taken.class)));
    }

    private Answer answer(Refund refund) {
        return new Answer(HttpStatus.CREATED.value(), json.writeValueAsString(Taken.of(refund)));
    }
}
