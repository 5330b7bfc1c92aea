package org.yici.donations.payment.counter.web;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.CounterBatch;
import org.yici.donations.payment.counter.CounterBatchId;
import org.yici.donations.payment.counter.CounterBatches;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.IdempotentRequests;
import org.yici.platform.web.IdempotentRequests.Answer;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A step of a batch, done once a key: its answer is kept in the step's own transaction. */
@Component
final class CounterOnce {

    private final IdempotentRequests requests;
    private final CounterBatches batches;
    private final JsonMapper json = StrictJson.strict();

    CounterOnce(IdempotentRequests requests, CounterBatches batches) {
        this.requests = requests;
        this.batches = batches;
    }

    /** What a step answers: the batch's number, and its state after the step. */
    record Taken(String id, String state) {}

    /** @param hash of method, path and body */
    Mono<Outcome<Taken>> take(
            StaffMember actor, IdempotencyKey key, byte[] hash, Supplier<Mono<Outcome<CounterBatchId>>> step) {
        return requests.once(actor.username(), key, hash, () -> Mono.defer(step)
                        .flatMap(outcome -> outcome.fold(
                                id -> batches.find(id).map(batch -> Outcome.done(answer(batch))),
                                refusal -> Mono.just(Outcome.<Answer>refused(refusal)))))
                .map(outcome -> outcome.map(answer -> json.readValue(answer.json(), Taken.class)));
    }

    private Answer answer(CounterBatch batch) {
        Taken taken = new Taken(batch.id().toString(), batch.state().name());
        return new Answer(HttpStatus.CREATED.value(), json.writeValueAsString(taken));
    }
}
