package org.yici.disbursement.standard.desk;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Standards;
import org.yici.disbursement.standard.Version;
import org.yici.disbursement.standard.desk.DecideStandard.Decided;
import org.yici.disbursement.standard.desk.ProposeStandard.Proposed;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Versions of standards, by programs: the same two people, the same refusals. */
@RestController
final class StandardsApi {

    private final Standards standards;
    private final ProposeStandard propose;
    private final DecideStandard decide;
    private final StrictJson json;

    StandardsApi(Standards standards, ProposeStandard propose, DecideStandard decide, StrictJson json) {
        this.standards = standards;
        this.propose = propose;
        this.decide = decide;
        this.json = json;
    }

    record Line(
            String id, LocalDate from, @Nullable LocalDate until, Version.State state, String formula, String note) {

        static Line of(Version version) {
            return new Line(
                    version.id().toString(),
                    version.from(),
                    version.until(),
                    version.state(),
                    version.formula().parts().word(),
                    version.note());
        }
    }

    record Page(String standard, List<Line> versions) {

        static Page of(Standard standard) {
            return new Page(
                    standard.code(), standard.versions().stream().map(Line::of).toList());
        }
    }

    /** @param decision {@code APPROVE} or {@code WITHDRAW} */
    record Decision(@Nullable String decision) {}

    @GetMapping("/api/v1/programmes/{code}/versions")
    Mono<ResponseEntity<Page>> versions(StaffMember reader, @PathVariable String code) {
        return Answers.ok(standards
                .find(code)
                .map(Page::of)
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    @PostMapping(path = "/api/v1/programmes/{code}/versions", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Proposed>> propose(
            StaffMember actor, @PathVariable String code, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(propose.propose(actor, IdempotencyKey.of(exchange), code, json.read(body, Draft.class)));
    }

    @PostMapping(path = "/api/v1/programmes/{code}/versions/{id}/decision", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Decided>> decide(
            StaffMember actor,
            @PathVariable String code,
            @PathVariable String id,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        String decision = String.valueOf(json.read(body, Decision.class).decision());
        return Answers.created(
                switch (decision) {
                    case "APPROVE" -> decide.approve(actor, key, code, id);
                    case "WITHDRAW" -> decide.withdraw(actor, key, code, id);
                    default -> throw InvalidInput.of("decision", "input.standard.decision");
                });
    }
}
