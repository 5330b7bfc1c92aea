package org.yici.donations.payment.counter.web;

import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.counter.CounterBatchId;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.donations.payment.counter.DecideBatch;
import org.yici.donations.payment.counter.DiscardBatch;
import org.yici.donations.payment.counter.SubmitBatch;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** What is done with a batch. A refusal shows its page again, with the reason. */
@Controller
final class BatchSteps {

    private static final String BATCH = CounterAddresses.HOME + "/{number}";

    private final SubmitBatch submitting;
    private final DecideBatch deciding;
    private final DiscardBatch discarding;
    private final BatchPage page;

    BatchSteps(SubmitBatch submitting, DecideBatch deciding, DiscardBatch discarding, BatchPage page) {
        this.submitting = submitting;
        this.deciding = deciding;
        this.discarding = discarding;
        this.page = page;
    }

    @PostMapping(BATCH + "/submission")
    Mono<String> submit(StaffMember actor, @PathVariable String number, Model model, ServerWebExchange exchange) {
        return step(actor, number, id -> submitting.submit(actor, id), model, exchange);
    }

    @PostMapping(BATCH + "/confirmation")
    Mono<String> confirm(StaffMember actor, @PathVariable String number, Model model, ServerWebExchange exchange) {
        return step(actor, number, id -> deciding.confirm(actor, id), model, exchange);
    }

    @PostMapping(BATCH + "/rejection")
    Mono<String> sendBack(StaffMember actor, @PathVariable String number, Model model, ServerWebExchange exchange) {
        return step(actor, number, id -> deciding.sendBack(actor, id), model, exchange);
    }

    @PostMapping(BATCH + "/lines/{line}/removal")
    Mono<String> removeLine(
            StaffMember actor,
            @PathVariable String number,
            @PathVariable String line,
            Model model,
            ServerWebExchange exchange) {
        return step(
                actor, number, id -> discarding.removeLine(actor, id, CounterAddresses.line(line)), model, exchange);
    }

    @PostMapping(BATCH + "/removal")
    Mono<String> discard(StaffMember actor, @PathVariable String number, Model model, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.LOOK, actor);
        CounterBatchId id = CounterAddresses.batch(number);
        return discarding
                .discard(actor, id)
                .flatMap(outcome -> outcome.fold(
                        gone -> Mono.just("redirect:" + CounterAddresses.HOME),
                        refusal -> page.refused(actor, id, refusal, model, exchange)));
    }

    private Mono<String> step(
            StaffMember actor,
            String number,
            Function<CounterBatchId, Mono<Outcome<CounterBatchId>>> step,
            Model model,
            ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.LOOK, actor);
        CounterBatchId id = CounterAddresses.batch(number);
        return step.apply(id)
                .flatMap(outcome -> outcome.fold(
                        done -> Mono.just("redirect:" + CounterAddresses.of(done)),
                        refusal -> page.refused(actor, id, refusal, model, exchange)));
    }
}
