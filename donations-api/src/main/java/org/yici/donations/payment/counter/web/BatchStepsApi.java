package org.yici.donations.payment.counter.web;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.counter.CounterBatchId;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.donations.payment.counter.DecideBatch;
import org.yici.donations.payment.counter.DiscardBatch;
import org.yici.donations.payment.counter.SubmitBatch;
import org.yici.donations.payment.counter.web.CounterOnce.Taken;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/**
 * What is done with a batch, by program. Every POST carries an {@code Idempotency-Key} and answers 201 {@code {id, state}}.
 *
 * <ul>
 *   <li>{@code POST …/batches/{id}/submission}: who entered it hands it on (409 {@code refused-lines} while one line is)
 *   <li>{@code POST …/batches/{id}/confirmation {decision: CONFIRM|REJECT}}: cashier or approver, not who entered it (403
 *       {@code same-person}); what is confirmed is booked
 *   <li>{@code DELETE …/batches/{id}} and {@code …/batches/{id}/lines/{line}}: a draft, or a line that was typed into one; 204
 * </ul>
 */
@RestController
@RequestMapping(path = CounterAddresses.API + "/batches/{number}", produces = "application/json")
final class BatchStepsApi {

    private final SubmitBatch submitting;
    private final DecideBatch deciding;
    private final DiscardBatch discarding;
    private final CounterOnce once;
    private final StrictJson json;

    BatchStepsApi(
            SubmitBatch submitting, DecideBatch deciding, DiscardBatch discarding, CounterOnce once, StrictJson json) {
        this.submitting = submitting;
        this.deciding = deciding;
        this.discarding = discarding;
        this.once = once;
        this.json = json;
    }

    /** @param decision {@code CONFIRM} or {@code REJECT} */
    record Decision(@Nullable String decision) {

        /** @throws InvalidInput when it is neither */
        boolean confirms() {
            String word = Objects.requireNonNullElse(decision, "");
            if (!word.equals("CONFIRM") && !word.equals("REJECT")) {
                throw InvalidInput.of("decision", "input.counter-decision");
            }
            return word.equals("CONFIRM");
        }
    }

    @PostMapping("/submission")
    Mono<ResponseEntity<Taken>> submit(StaffMember actor, @PathVariable String number, ServerWebExchange exchange) {
        return take(actor, number, new byte[0], exchange, id -> submitting.submit(actor, id));
    }

    @PostMapping(path = "/confirmation", consumes = "application/json")
    Mono<ResponseEntity<Taken>> decide(
            StaffMember actor, @PathVariable String number, @RequestBody byte[] body, ServerWebExchange exchange) {
        boolean confirms = json.read(body, Decision.class).confirms();
        return take(
                actor,
                number,
                body,
                exchange,
                id -> confirms ? deciding.confirm(actor, id) : deciding.sendBack(actor, id));
    }

    @DeleteMapping
    Mono<ResponseEntity<Void>> discard(StaffMember actor, @PathVariable String number) {
        CounterAddresses.require(CounterDuty.LOOK, actor);
        return gone(discarding.discard(actor, CounterAddresses.batch(number)));
    }

    @DeleteMapping("/lines/{line}")
    Mono<ResponseEntity<Void>> removeLine(StaffMember actor, @PathVariable String number, @PathVariable String line) {
        CounterAddresses.require(CounterDuty.LOOK, actor);
        return gone(discarding.removeLine(actor, CounterAddresses.batch(number), CounterAddresses.line(line)));
    }

    private Mono<ResponseEntity<Taken>> take(
            StaffMember actor,
            String number,
            byte[] body,
            ServerWebExchange exchange,
            Function<CounterBatchId, Mono<Outcome<CounterBatchId>>> step) {
        CounterAddresses.require(CounterDuty.LOOK, actor);
        CounterBatchId id = CounterAddresses.batch(number);
        return once.take(actor, IdempotencyKey.of(exchange), IdempotencyKey.hash(exchange, body), () -> step.apply(id))
                .map(RefusedException::orProblem)
                .map(taken -> ResponseEntity.status(HttpStatus.CREATED).body(taken));
    }

    private static Mono<ResponseEntity<Void>> gone(Mono<Outcome<CounterBatchId>> step) {
        return step.map(RefusedException::orProblem)
                .map(id -> ResponseEntity.noContent().build());
    }
}
