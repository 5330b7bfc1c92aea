package org.yici.disbursement.evidence;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Chain;
import org.yici.disbursement.evidence.AddEvidence.Added;
import org.yici.disbursement.evidence.OpenEvidence.Opened;
import org.yici.disbursement.evidence.VoidEvidence.Voided;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Papers for programs, and the files themselves for people too. */
@RestController
final class EvidenceApi {

    private static final String ALL = "/api/v1/applications/{id}/evidence";

    /** Whatever stands in it, it is shown as a picture or saved, and never does anything. */
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    private final AddEvidence addEvidence;
    private final VoidEvidence voidEvidence;
    private final OpenEvidence openEvidence;
    private final EvidenceBox box;
    private final StrictJson json;

    EvidenceApi(
            AddEvidence addEvidence,
            VoidEvidence voidEvidence,
            OpenEvidence openEvidence,
            EvidenceBox box,
            StrictJson json) {
        this.addEvidence = addEvidence;
        this.voidEvidence = voidEvidence;
        this.openEvidence = openEvidence;
        this.box = box;
        this.json = json;
    }

    /** @param voided when, or null while it counts; {@code why} in words */
    record Line(
            String id,
            String paper,
            String type,
            int bytes,
            String hash,
            @Nullable String name,
            String by,
            Instant at,
            @Nullable Instant voided,
            @Nullable String why) {

        static Line of(Evidence evidence) {
            Evidence.Voided voided = evidence.voided();
            return new Line(
                    evidence.id().toString(),
                    evidence.paper(),
                    evidence.sort().type().toString(),
                    evidence.bytes(),
                    evidence.hashWord(),
                    evidence.name(),
                    evidence.by(),
                    evidence.at(),
                    voided == null ? null : voided.at(),
                    voided == null ? null : voided.note());
        }
    }

    /** @param missing words of the papers that are asked for and not there */
    record Lines(List<String> asked, List<String> missing, List<Line> items) {}

    @PostMapping(path = ALL, consumes = MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Added>> add(StaffMember actor, @PathVariable String id, ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        return Answers.created(
                exchange.getMultipartData().map(PaperForm::of).flatMap(form -> addEvidence.add(actor, key, id, form)));
    }

    @GetMapping(ALL)
    Mono<ResponseEntity<Lines>> list(StaffMember reader, @PathVariable String id) {
        return Answers.ok(Chain.then(openEvidence.caseOf(reader, id), application -> box.of(application.id())
                .map(found -> Outcome.done(new Lines(
                        application.file().asked(),
                        application.file().missing(),
                        found.stream().map(Line::of).toList())))));
    }

    /** The page's links lead here too. A picture is shown, a PDF saved: no browser reads it within our pages' rights. */
    @GetMapping({ALL + "/{evidence}/file", "/staff/applications/{id}/evidence/{evidence}/file"})
    Mono<ResponseEntity<byte[]>> file(StaffMember reader, @PathVariable String id, @PathVariable String evidence) {
        return openEvidence
                .open(reader, id, evidence)
                .map(RefusedException::orProblem)
                .map(EvidenceApi::file);
    }

    private static ResponseEntity<byte[]> file(Opened opened) {
        Evidence evidence = opened.evidence();
        String name = "%02d.%s".formatted(evidence.number(), evidence.sort().ending());
        String how = evidence.sort().isPicture() ? "inline" : "attachment";
        return ResponseEntity.ok()
                .contentType(evidence.sort().type())
                .header(HttpHeaders.CONTENT_DISPOSITION, how + "; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(opened.content());
    }

    @PostMapping(path = ALL + "/{evidence}/void", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Voided>> cancel(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String evidence,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        return Answers.created(voidEvidence.cancel(
                actor, IdempotencyKey.of(exchange), id, evidence, json.read(body, VoidEvidence.Why.class)));
    }
}
