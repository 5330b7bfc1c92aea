package org.yici.donations.payment.reconciliation.statement.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.counter.ContentHash;
import org.yici.donations.payment.reconciliation.statement.BringStatement;
import org.yici.donations.payment.reconciliation.statement.ChooseSettlement;
import org.yici.donations.payment.reconciliation.statement.DiscardStatement;
import org.yici.donations.payment.reconciliation.statement.FileStatement;
import org.yici.donations.payment.reconciliation.statement.MatchAgain;
import org.yici.donations.payment.reconciliation.statement.StatementDuty;
import org.yici.donations.payment.reconciliation.statement.StatementId;
import org.yici.donations.payment.reconciliation.statement.match.LineId;
import org.yici.donations.payment.reconciliation.statement.web.StatementOnce.Taken;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.KeptFile;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What a cashier does with the bank's statements, by program. Every POST carries an {@code Idempotency-Key} and answers 201
 * {@code {id, state}} of the statement.
 *
 * <ul>
 *   <li>{@code POST …/statements} multipart part {@code file} (camt.053, .xls .xlsx .csv): looked at, not filed (409
 *       {@code same-statement} when it was filed before)
 *   <li>{@code POST …/statements/{id}/filing}, {@code …/matching}
 *   <li>{@code POST …/statements/{id}/lines/{line}/settlement {sequence}}: which settlement an open line is
 *   <li>{@code DELETE …/statements/{id}}: one that is not filed; 204
 * </ul>
 */
@RestController
@RequestMapping(path = StatementAddresses.API, produces = "application/json")
final class StatementStepsApi {

    private final BringStatement bringing;
    private final FileStatement filing;
    private final MatchAgain matching;
    private final ChooseSettlement choosing;
    private final DiscardStatement discarding;
    private final StatementOnce once;
    private final StrictJson json;
    private final Scheduler sheetScheduler;

    StatementStepsApi(
            BringStatement bringing,
            FileStatement filing,
            MatchAgain matching,
            ChooseSettlement choosing,
            DiscardStatement discarding,
            StatementOnce once,
            StrictJson json,
            Scheduler sheetScheduler) {
        this.bringing = bringing;
        this.filing = filing;
        this.matching = matching;
        this.choosing = choosing;
        this.discarding = discarding;
        this.once = once;
        this.json = json;
        this.sheetScheduler = sheetScheduler;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Taken>> bring(StaffMember actor, ServerWebExchange exchange) {
        StatementAddresses.require(StatementDuty.FILE, actor);
        IdempotencyKey key = IdempotencyKey.of(exchange);
        return exchange.getMultipartData()
                .flatMap(parts -> parts.getFirst("file") instanceof FilePart file
                        ? KeptFile.during(file, sheetScheduler, path -> bring(actor, key, path, file, exchange))
                        : Mono.error(InvalidInput.of("file", "input.statement.no-file")))
                .map(StatementStepsApi::created);
    }

    /** The file stands in for its content; its name is nothing by which two requests differ. */
    private Mono<Outcome<Taken>> bring(
            StaffMember actor, IdempotencyKey key, Path path, FilePart file, ServerWebExchange exchange) {
        return Mono.fromCallable(() -> HexFormat.of().formatHex(ContentHash.of(path)))
                .subscribeOn(sheetScheduler)
                .flatMap(content -> once.take(
                        actor,
                        key,
                        IdempotencyKey.hash(exchange, content.getBytes(StandardCharsets.US_ASCII)),
                        () -> bringing.bring(actor, path, file.filename())));
    }

    @PostMapping("/{number}/filing")
    Mono<ResponseEntity<Taken>> file(StaffMember actor, @PathVariable String number, ServerWebExchange exchange) {
        return take(actor, number, new byte[0], exchange, id -> filing.file(actor, id));
    }

    @PostMapping("/{number}/matching")
    Mono<ResponseEntity<Taken>> matchAgain(StaffMember actor, @PathVariable String number, ServerWebExchange exchange) {
        return take(actor, number, new byte[0], exchange, id -> matching.match(actor, id));
    }

    /** @param sequence of the settlement's journal */
    record Choice(@Nullable Long sequence) {

        /** @throws InvalidInput when it is none */
        long required() {
            if (sequence == null) {
                throw InvalidInput.of("sequence", "input.statement.sequence");
            }
            return sequence;
        }
    }

    @PostMapping(path = "/{number}/lines/{line}/settlement", consumes = "application/json")
    Mono<ResponseEntity<Taken>> choose(
            StaffMember actor,
            @PathVariable String number,
            @PathVariable String line,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        long sequence = json.read(body, Choice.class).required();
        return take(
                actor,
                number,
                body,
                exchange,
                id -> choosing.choose(actor, new LineId(id.number(), StatementAddresses.line(line)), sequence));
    }

    @DeleteMapping("/{number}")
    Mono<ResponseEntity<Void>> discard(StaffMember actor, @PathVariable String number) {
        StatementAddresses.require(StatementDuty.LOOK, actor);
        return discarding
                .discard(actor, StatementAddresses.statement(number))
                .map(RefusedException::orProblem)
                .map(gone -> ResponseEntity.noContent().build());
    }

    private Mono<ResponseEntity<Taken>> take(
            StaffMember actor,
            String number,
            byte[] body,
            ServerWebExchange exchange,
            Function<StatementId, Mono<Outcome<StatementId>>> step) {
        StatementAddresses.require(StatementDuty.LOOK, actor);
        StatementId id = StatementAddresses.statement(number);
        return once.take(actor, IdempotencyKey.of(exchange), IdempotencyKey.hash(exchange, body), () -> step.apply(id))
                .map(StatementStepsApi::created);
    }

    private static ResponseEntity<Taken> created(Outcome<Taken> outcome) {
        return ResponseEntity.status(HttpStatus.CREATED).body(RefusedException.orProblem(outcome));
    }
}
