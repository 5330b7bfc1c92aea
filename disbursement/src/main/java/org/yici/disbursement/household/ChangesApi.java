package org.yici.disbursement.household;

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
import org.yici.disbursement.Answers;
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.household.ChangeDetails.Changed;
import org.yici.disbursement.household.WithdrawConsent.Again;
import org.yici.disbursement.household.WithdrawConsent.Standing;
import org.yici.disbursement.household.WithdrawConsent.Withdrawal;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** What is new about a household, and what it agrees to, by programs. What stood there before is on no page. */
@RestController
@RequestMapping("/api/v1/households/{id}")
final class ChangesApi {

    private final ChangeDetails changeDetails;
    private final WithdrawConsent withdrawConsent;
    private final Households households;
    private final HouseholdHistory history;
    private final StrictJson json;

    ChangesApi(
            ChangeDetails changeDetails,
            WithdrawConsent withdrawConsent,
            Households households,
            HouseholdHistory history,
            StrictJson json) {
        this.changeDetails = changeDetails;
        this.withdrawConsent = withdrawConsent;
        this.households = households;
        this.history = history;
        this.json = json;
    }

    record Line(
            HouseholdHistory.What what,
            @Nullable String member,
            String changedOn,
            @Nullable String note,
            String by,
            Instant at) {

        static Line of(HouseholdHistory.Change change, boolean notes) {
            return new Line(
                    change.what(),
                    change.member() == null ? null : change.member().toString(),
                    change.on().toString(),
                    notes ? change.note() : null,
                    change.by(),
                    change.at());
        }
    }

    record Lines(List<Line> items) {}

    @PostMapping(path = "/changes", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Changed>> change(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                changeDetails.change(actor, IdempotencyKey.of(exchange), id, json.read(body, Details.class)));
    }

    @GetMapping("/changes")
    Mono<ResponseEntity<Lines>> changes(StaffMember actor, @PathVariable String id) {
        return Answers.ok(households
                .find(id)
                .flatMap(household -> history.of(household.id())
                        .map(change -> Line.of(change, Reader.mayReadNames(actor)))
                        .collectList())
                .map(lines -> Outcome.done(new Lines(lines)))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    @PostMapping(path = "/consent/withdrawal", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Standing>> withdraw(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                withdrawConsent.withdraw(actor, IdempotencyKey.of(exchange), id, json.read(body, Withdrawal.class)));
    }

    @PostMapping(path = "/consent", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Standing>> giveAgain(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                withdrawConsent.giveAgain(actor, IdempotencyKey.of(exchange), id, json.read(body, Again.class)));
    }
}
