package org.yici.disbursement.clawback;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Chain;
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.followup.FollowUps;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Demands about one grant, by programs: the list of all, and the steps of the one that is open. */
@RestController
@RequestMapping("/api/v1/awards/{id}")
final class ClawbackApi {

    private final NoticeMisuse noticeMisuse;
    private final EndNotice endNotice;
    private final ReceivePart receivePart;
    private final FollowUps followUps;
    private final Clawbacks clawbacks;
    private final StrictJson json;

    ClawbackApi(
            NoticeMisuse noticeMisuse,
            EndNotice endNotice,
            ReceivePart receivePart,
            FollowUps followUps,
            Clawbacks clawbacks,
            StrictJson json) {
        this.noticeMisuse = noticeMisuse;
        this.endNotice = endNotice;
        this.receivePart = receivePart;
        this.followUps = followUps;
        this.clawbacks = clawbacks;
        this.json = json;
    }

    record StepLine(
            String action,
            ClawbackState state,
            String by,
            Instant at,
            @Nullable Amount amount,
            @Nullable String note) {

        static StepLine of(Clawback.Step step, boolean notes) {
            Amount amount = step.amount() == null ? null : Amount.of(step.amount());
            return new StepLine(
                    step.action().word(), step.to(), step.actor(), step.at(), amount, notes ? step.note() : null);
        }
    }

    record PartLine(String reference, Amount amount, String receivedOn, long sequence) {

        static PartLine of(Clawback.Part part) {
            return new PartLine(
                    part.reference(),
                    Amount.of(part.amount()),
                    part.receivedOn().toString(),
                    part.sequence());
        }
    }

    record Line(Demand demand, Clawback.Ground ground, List<PartLine> parts, List<StepLine> history) {

        static Line of(Clawback clawback, boolean notes) {
            return new Line(
                    Demand.of(clawback),
                    clawback.ground(),
                    clawback.parts().stream().map(PartLine::of).toList(),
                    clawback.steps().stream()
                            .map(step -> StepLine.of(step, notes))
                            .toList());
        }
    }

    record Lines(List<Line> items) {}

    @GetMapping("/clawbacks")
    Mono<ResponseEntity<Lines>> list(StaffMember actor, @PathVariable String id) {
        return Answers.ok(Chain.then(followUps.award(id), award -> clawbacks
                .of(award.id())
                .map(clawback -> Line.of(clawback, Reader.mayReadNames(actor)))
                .collectList()
                .map(lines -> Outcome.done(new Lines(lines)))));
    }

    @PostMapping(path = "/clawbacks", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Demand>> notice(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(noticeMisuse.notice(
                actor, IdempotencyKey.of(exchange), id, json.read(body, NoticeMisuse.Notice.class)));
    }

    @PostMapping(path = "/clawback/correction", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Demand>> correct(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                endNotice.correct(actor, IdempotencyKey.of(exchange), id, json.read(body, EndNotice.Why.class)));
    }

    @PostMapping(path = "/clawback/demand", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Demand>> demand(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                endNotice.demand(actor, IdempotencyKey.of(exchange), id, json.read(body, EndNotice.Asked.class)));
    }

    @PostMapping(path = "/clawback/parts", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Demand>> receive(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(receivePart.receive(
                actor, IdempotencyKey.of(exchange), id, json.read(body, ReceivePart.Received.class)));
    }

    @PostMapping(path = "/clawback/waiver", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Demand>> waive(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                endNotice.waive(actor, IdempotencyKey.of(exchange), id, json.read(body, EndNotice.Why.class)));
    }
}
