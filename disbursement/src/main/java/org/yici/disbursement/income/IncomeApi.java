package org.yici.disbursement.income;

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
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.income.CountIncome.Counted;
import org.yici.disbursement.income.CountedIncome.State;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** A household's counted income, by programs: the same two people, the same refusals. */
@RestController
@RequestMapping("/api/v1/households/{id}/incomes")
final class IncomeApi {

    private final CountIncome countIncome;
    private final DecideIncome decideIncome;
    private final CountedIncomes incomes;
    private final Households households;
    private final StrictJson json;

    IncomeApi(
            CountIncome countIncome,
            DecideIncome decideIncome,
            CountedIncomes incomes,
            Households households,
            StrictJson json) {
        this.countIncome = countIncome;
        this.decideIncome = decideIncome;
        this.incomes = incomes;
        this.households = households;
        this.json = json;
    }

    /** @param perHead a month, rounded down to the fen */
    record Line(
            String id,
            String since,
            Amount income,
            int heads,
            Amount perHead,
            String source,
            State state,
            String recordedBy,
            Instant recordedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static Line of(CountedIncome income) {
            return new Line(
                    income.id().toString(),
                    income.since().toString(),
                    Amount.of(income.monthly()),
                    income.heads(),
                    Amount.of(income.perHead()),
                    income.source(),
                    income.state(),
                    income.recordedBy(),
                    income.recordedAt(),
                    income.decidedBy(),
                    income.decidedAt());
        }
    }

    record Lines(List<Line> items) {}

    /** @param decision {@code CONFIRM} or {@code DROP} */
    record Word(@Nullable String decision) {}

    @GetMapping
    Mono<ResponseEntity<Lines>> list(StaffMember reader, @PathVariable String id) {
        if (!Reader.mayReadNames(reader)) {
            return Answers.ok(Mono.just(Outcome.refused(StaffReason.ROLE)));
        }
        return Answers.ok(households
                .find(id)
                .flatMap(household -> incomes.of(household.id()).map(Line::of).collectList())
                .map(lines -> Outcome.done(new Lines(lines)))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Counted>> count(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                countIncome.count(actor, IdempotencyKey.of(exchange), id, json.read(body, IncomeFigure.class)));
    }

    @PostMapping(path = "/{income}/decision", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Counted>> decide(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String income,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        DecideIncome.Decision decision =
                DecideIncome.Decision.of(json.read(body, Word.class).decision());
        return Answers.created(decideIncome.decide(actor, key, id, income, decision));
    }
}
