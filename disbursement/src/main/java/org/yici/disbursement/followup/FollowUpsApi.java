package org.yici.disbursement.followup;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Chain;
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.followup.ConfirmReceipt.Confirmation;
import org.yici.disbursement.followup.ConfirmReceipt.Confirmed;
import org.yici.disbursement.followup.PutOffVisit.PutOff;
import org.yici.disbursement.followup.RecordVisit.Recorded;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Confirmations, visits, and which visits are due, by programs. */
@RestController
final class FollowUpsApi {

    private static final int MOST = 200;
    private static final int DAYS_AHEAD = 30;

    private final ConfirmReceipt confirmReceipt;
    private final RecordVisit recordVisit;
    private final PutOffVisit putOffVisit;
    private final FollowUps followUps;
    private final DueVisits dueVisits;
    private final ProgramClock clock;
    private final StrictJson json;

    FollowUpsApi(
            ConfirmReceipt confirmReceipt,
            RecordVisit recordVisit,
            PutOffVisit putOffVisit,
            FollowUps followUps,
            DueVisits dueVisits,
            ProgramClock clock,
            StrictJson json) {
        this.confirmReceipt = confirmReceipt;
        this.recordVisit = recordVisit;
        this.putOffVisit = putOffVisit;
        this.followUps = followUps;
        this.dueVisits = dueVisits;
        this.clock = clock;
        this.json = json;
    }

    record VisitLine(
            String id,
            String visitedOn,
            String by,
            Instant at,
            boolean missed,
            @Nullable VisitOutcome outcome,
            @Nullable SchoolResult school,
            @Nullable Amount bill,
            @Nullable Boolean finished,
            @Nullable String nextVisit,
            @Nullable String note) {

        static VisitLine of(Visit visit, boolean notes) {
            Visit.Results results = visit.results();
            return new VisitLine(
                    visit.id().toString(),
                    visit.on().toString(),
                    visit.by(),
                    visit.at(),
                    visit.missed(),
                    results == null ? null : results.outcome(),
                    results == null ? null : results.school(),
                    results == null || results.bill() == null ? null : Amount.of(results.bill()),
                    results == null ? null : results.finished(),
                    visit.next() == null ? null : visit.next().toString(),
                    notes ? visit.note() : null);
        }
    }

    record Visits(List<VisitLine> items) {}

    /** @param late whole days, 0 where it is in time */
    record DueLine(
            String award, String grant, String application, String programme, String township, String due, long late) {}

    record DueLines(List<DueLine> items, @Nullable String next) {}

    @PostMapping(path = "/api/v1/awards/{id}/confirmation", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Confirmed>> confirm(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                confirmReceipt.confirm(actor, IdempotencyKey.of(exchange), id, json.read(body, Confirmation.class)));
    }

    @PostMapping(path = "/api/v1/awards/{id}/followups", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Recorded>> visit(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(recordVisit.record(actor, IdempotencyKey.of(exchange), id, json.read(body, Seen.class)));
    }

    /** A visit that could not take place. */
    @PostMapping(path = "/api/v1/awards/{id}/followups/missed", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Recorded>> putOff(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                putOffVisit.putOff(actor, IdempotencyKey.of(exchange), id, json.read(body, PutOff.class)));
    }

    @GetMapping("/api/v1/awards/{id}/followups")
    Mono<ResponseEntity<Visits>> visits(StaffMember actor, @PathVariable String id) {
        return Answers.ok(Chain.then(followUps.award(id), award -> followUps
                .of(award.id())
                .map(visit -> VisitLine.of(visit, Reader.mayReadNames(actor)))
                .collectList()
                .map(lines -> Outcome.done(new Visits(lines)))));
    }

    /** Late ones and those of the next {@value #DAYS_AHEAD} days, oldest first; {@code next} goes into {@code after}. */
    @GetMapping("/api/v1/awards/due-visits")
    Mono<DueLines> due(
            StaffMember actor,
            @RequestParam(required = false) @Nullable String township,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit");
        }
        DueVisits.After from = after == null
                ? null
                : DueVisits.After.parse(after)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "after"));
        LocalDate today = clock.today();
        return dueVisits
                .list(today.plusDays(DAYS_AHEAD), township, from, limit + 1)
                .collectList()
                .map(found -> lines(found, limit, today));
    }

    private static DueLines lines(List<DueVisits.Due> found, int limit, LocalDate today) {
        boolean more = found.size() > limit;
        List<DueVisits.Due> shown = more ? found.subList(0, limit) : found;
        return new DueLines(
                shown.stream()
                        .map(due -> new DueLine(
                                due.award().toString(),
                                due.grant(),
                                due.application().toString(),
                                due.kind(),
                                due.township(),
                                due.day().toString(),
                                due.late(today)))
                        .toList(),
                more ? shown.get(limit - 1).cursor() : null);
    }
}
