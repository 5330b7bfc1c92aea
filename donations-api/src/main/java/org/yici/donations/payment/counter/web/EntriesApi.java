package org.yici.donations.payment.counter.web;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.counter.CheckSheet;
import org.yici.donations.payment.counter.CheckSheet.Upload;
import org.yici.donations.payment.counter.CounterBatchId;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.donations.payment.counter.EnterGift;
import org.yici.donations.payment.counter.web.CounterOnce.Taken;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/**
 * Gifts at the counter by program, for staff who take money in. Both answer 201 {@code {id, state}} of the batch that the gifts
 * stand in.
 *
 * <ul>
 *   <li>{@code POST …/gifts {method, campaign, givenOn, amount, reference?, note?, donor}}: one gift, into the draft that this
 *       person types at
 *   <li>{@code POST …/sheets} multipart parts {@code file} (.xls .xlsx .csv), {@code method?}, {@code campaign?}: a sheet, for
 *       its dry run. It is read by itself: {@code GET …/batches/{id}} says how far, and what becomes of every line
 * </ul>
 */
@RestController
@RequestMapping(path = CounterAddresses.API, produces = "application/json")
final class EntriesApi {

    private final EnterGift entering;
    private final CheckSheet checking;
    private final SheetForms forms;
    private final CounterOnce once;
    private final StrictJson json;

    EntriesApi(EnterGift entering, CheckSheet checking, SheetForms forms, CounterOnce once, StrictJson json) {
        this.entering = entering;
        this.checking = checking;
        this.forms = forms;
        this.once = once;
        this.json = json;
    }

    @PostMapping(path = "/gifts", consumes = "application/json")
    Mono<ResponseEntity<Taken>> gift(StaffMember actor, @RequestBody byte[] body, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.ENTER, actor);
        IdempotencyKey key = IdempotencyKey.of(exchange);
        var cells = json.read(body, CounterGiftRequest.class).cells();
        return once.take(actor, key, IdempotencyKey.hash(exchange, body), () -> entering.enter(actor, cells))
                .onErrorMap(InvalidInput.class, CounterGiftRequest::byFields)
                .map(EntriesApi::created);
    }

    @PostMapping(path = "/sheets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Taken>> sheet(StaffMember actor, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.ENTER, actor);
        IdempotencyKey key = IdempotencyKey.of(exchange);
        return exchange.getMultipartData()
                .map(SheetForm::of)
                .flatMap(forms::take)
                .flatMap(upload -> checking.check(actor, upload, (content, step) -> once.take(
                                actor, key, hash(exchange, upload, content), () -> step)
                        .map(outcome -> outcome.map(EntriesApi::id))))
                .map(outcome -> created(outcome.map(id -> new Taken(id.toString(), "READING"))));
    }

    /** The file stands in for its content; its name is nothing by which two requests differ. */
    private static byte[] hash(ServerWebExchange exchange, Upload upload, byte[] content) {
        String body = HexFormat.of().formatHex(content) + "\n" + upload.defaults();
        return IdempotencyKey.hash(exchange, body.getBytes(StandardCharsets.UTF_8));
    }

    private static CounterBatchId id(Taken taken) {
        return CounterBatchId.parse(taken.id()).orElseThrow();
    }

    private static ResponseEntity<Taken> created(Outcome<Taken> outcome) {
        Taken taken = RefusedException.orProblem(outcome);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", CounterAddresses.api(id(taken)))
                .body(taken);
    }
}
