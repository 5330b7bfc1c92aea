package org.yici.disbursement.application;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Columns;
import org.yici.disbursement.desk.Reader;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Applications for programs: filed, handled, and read as a case with its history and next steps. */
@RestController
final class ApplicationsApi {

    private final Apply apply;
    private final Handle handle;
    private final Applications applications;
    private final NextSteps nextSteps;
    private final ProgramClock clock;
    private final StrictJson json;

    ApplicationsApi(
            Apply apply,
            Handle handle,
            Applications applications,
            NextSteps nextSteps,
            ProgramClock clock,
            StrictJson json) {
        this.apply = apply;
        this.handle = handle;
        this.applications = applications;
        this.nextSteps = nextSteps;
        this.clock = clock;
        this.json = json;
    }

    /** @param note null where there is none, and for those whom the page shows none */
    record Line(
            String action,
            ApplicationState state,
            @Nullable String by,
            Instant at,
            @Nullable String note) {

        static Line of(Step step, boolean notes) {
            return new Line(step.action().word(), step.to(), step.actor(), step.at(), notes ? step.note() : null);
        }
    }

    record NoticeLine(String code, Instant endsAt) {}

    record AwardLine(String id, String grant, Amount amount, String state) {}

    record Case(
            String id,
            ApplicationState state,
            String household,
            String member,
            String programme,
            Amount amount,
            @Nullable NoticeLine notice,
            @Nullable AwardLine award,
            boolean paidFirst,
            boolean upheldAfterPayment,
            @Nullable String appealOf,
            List<Progress.Next> next,
            List<Line> history) {

        static Case of(Application application, List<NextSteps.Offer> offers, boolean notes) {
            Application.Notice notice = application.notice();
            Application.Award award = application.award();
            return new Case(
                    application.id().toString(),
                    application.state(),
                    application.household().toString(),
                    application.member().toString(),
                    application.kind().word(),
                    Amount.of(application.amount()),
                    notice == null ? null : new NoticeLine(notice.code(), notice.endsAt()),
                    award == null
                            ? null
                            : new AwardLine(
                                    award.id().toString(),
                                    award.grant().value(),
                                    Amount.of(award.amount()),
                                    award.state()),
                    application.isPaidFirst(),
                    application.isUpheldAfterPayment(),
                    application.appeal() == null
                            ? null
                            : application.appeal().of().toString(),
                    Progress.of(application, offers).next(),
                    application.steps().stream()
                            .map(step -> Line.of(step, notes))
                            .toList());
        }
    }

    record Note(@Nullable String note) {}

    @PostMapping(path = "/api/v1/applications", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Progress>> file(StaffMember actor, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(apply.file(actor, IdempotencyKey.of(exchange), json.read(body, Request.class)));
    }

    @GetMapping("/api/v1/applications/{id}")
    Mono<ResponseEntity<Case>> read(StaffMember actor, @PathVariable String id) {
        return Answers.ok(Mono.justOrEmpty(Columns.parseId(id))
                .flatMap(known -> applications.find(new ApplicationId(known)))
                .map(stored -> stored.at(clock.instant()))
                .flatMap(application -> nextSteps
                        .of(application, actor)
                        .map(offers -> Outcome.done(Case.of(application, offers, Reader.mayReadNames(actor)))))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    @PostMapping(path = "/api/v1/applications/{id}/resubmission", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Progress>> resubmit(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        String note = json.read(body, Note.class).note();
        return Answers.created(handle.resubmit(actor, IdempotencyKey.of(exchange), id, note));
    }

    @PostMapping(path = "/api/v1/applications/{id}/withdrawal", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Progress>> withdraw(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        String note = json.read(body, Note.class).note();
        return Answers.created(handle.withdraw(actor, IdempotencyKey.of(exchange), id, note));
    }
}
