package org.yici.disbursement.payout;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.util.Arrays;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.payout.ImportResults.Imported;
import org.yici.disbursement.payout.MakePayout.Batch;
import org.yici.disbursement.payout.MakePayout.Made;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Payout batches, by programs. */
@RestController
final class PayoutsApi {

    /** A year of the county's payouts in pain.002 is a fraction of this. */
    static final int MOST_BYTES = 5 * 1024 * 1024;

    private final MakePayout makePayout;
    private final PayoutFile payoutFile;
    private final ImportResults importResults;
    private final StrictJson json;

    PayoutsApi(MakePayout makePayout, PayoutFile payoutFile, ImportResults importResults, StrictJson json) {
        this.makePayout = makePayout;
        this.payoutFile = payoutFile;
        this.importResults = importResults;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/payouts", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Made>> make(StaffMember actor, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(makePayout.make(actor, IdempotencyKey.of(exchange), json.read(body, Batch.class)));
    }

    /** The page's links lead here too. */
    @GetMapping({"/api/v1/payouts/{id}/file", "/staff/payouts/{id}/file"})
    Mono<ResponseEntity<byte[]>> file(
            StaffMember actor, @PathVariable String id, @RequestParam(defaultValue = "pain.001") String format) {
        PayoutFile.Format meant = Arrays.stream(PayoutFile.Format.values())
                .filter(known -> known.word().equals(format))
                .findAny()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "format"));
        return payoutFile
                .write(actor, id, meant)
                .map(RefusedException::orProblem)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.mediaType()))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(file.content()));
    }

    /** The same file twice changes nothing, so no key is asked for. */
    @PostMapping(path = "/api/v1/payouts/{id}/results", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Imported>> results(StaffMember actor, @PathVariable String id, @RequestPart("file") Part file) {
        return Answers.ok(bytes(file).flatMap(content -> importResults.read(actor, id, content)));
    }

    static Mono<byte[]> bytes(Part file) {
        return DataBufferUtils.join(file.content(), MOST_BYTES)
                .map(PayoutsApi::taken)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] taken(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
