package org.yici.disbursement.homevisit;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Chain;
import org.yici.disbursement.evidence.OpenEvidence;
import org.yici.disbursement.homevisit.RecordHomeVisit.Recorded;
import org.yici.disbursement.homevisit.RecordHomeVisit.Visit;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Visits at home, for programs. */
@RestController
final class HomeVisitsApi {

    private static final String ALL = "/api/v1/applications/{id}/home-visits";

    private final RecordHomeVisit recordHomeVisit;
    private final OpenEvidence openEvidence;
    private final HomeVisits visits;
    private final StrictJson json;

    HomeVisitsApi(RecordHomeVisit recordHomeVisit, OpenEvidence openEvidence, HomeVisits visits, StrictJson json) {
        this.recordHomeVisit = recordHomeVisit;
        this.openEvidence = openEvidence;
        this.visits = visits;
        this.json = json;
    }

    record Line(String id, LocalDate day, List<String> visitors, String findings, String by, Instant at) {

        static Line of(HomeVisit visit) {
            return new Line(
                    visit.id().toString(), visit.day(), visit.visitors(), visit.findings(), visit.by(), visit.at());
        }
    }

    record Lines(List<Line> items) {}

    @PostMapping(path = ALL, consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Recorded>> add(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                recordHomeVisit.record(actor, IdempotencyKey.of(exchange), id, json.read(body, Visit.class)));
    }

    @GetMapping(ALL)
    Mono<ResponseEntity<Lines>> list(StaffMember reader, @PathVariable String id) {
        return Answers.ok(Chain.then(openEvidence.caseOf(reader, id), application -> visits.of(application.id())
                .map(found ->
                        Outcome.done(new Lines(found.stream().map(Line::of).toList())))));
    }
}
