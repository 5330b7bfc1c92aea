package org.yici.disbursement.income;

import static org.yici.disbursement.FormAnswers.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.YuanField;
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** A household's counted income on one page: written down by one person, confirmed by another, with what it was before. */
@Controller
@RequestMapping("/staff/households/{id}/incomes")
final class IncomePages {

    private final CountIncome countIncome;
    private final DecideIncome decideIncome;
    private final CountedIncomes incomes;
    private final Households households;
    private final StaffNames staffNames;
    private final FormAnswers answers;

    IncomePages(
            CountIncome countIncome,
            DecideIncome decideIncome,
            CountedIncomes incomes,
            Households households,
            StaffNames staffNames,
            FormAnswers answers) {
        this.countIncome = countIncome;
        this.decideIncome = decideIncome;
        this.incomes = incomes;
        this.households = households;
        this.staffNames = staffNames;
        this.answers = answers;
    }

    @GetMapping
    Mono<Rendering> list(StaffMember reader, @PathVariable String id) {
        return show(reader, id, FormBack.fresh(), HttpStatus.OK);
    }

    @PostMapping
    Mono<Rendering> count(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return step(actor, id, exchange, locale, (form, key) -> countIncome.count(actor, key, id, figure(form)));
    }

    @PostMapping("/{income}/decision")
    Mono<Rendering> decide(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String income,
            ServerWebExchange exchange,
            Locale locale) {
        return step(
                actor,
                id,
                exchange,
                locale,
                (form, key) ->
                        decideIncome.decide(actor, key, id, income, DecideIncome.Decision.of(field(form, "decision"))));
    }

    private static IncomeFigure figure(MultiValueMap<String, String> form) {
        String heads = field(form, "heads").strip();
        return new IncomeFigure(
                field(form, "since"),
                YuanField.read(field(form, "income"), "income"),
                heads.matches("[0-9]{1,3}") ? Integer.valueOf(heads) : null,
                field(form, "source"));
    }

    private <T> Mono<Rendering> step(
            StaffMember actor,
            String id,
            ServerWebExchange exchange,
            Locale locale,
            BiFunction<MultiValueMap<String, String>, IdempotencyKey, Mono<Outcome<T>>> work) {
        String page = "/staff/households/" + id + "/incomes";
        return answers.step(
                page, exchange, locale, work, done -> page, (back, status) -> show(actor, id, back, status));
    }

    private Mono<Rendering> show(StaffMember reader, String id, FormBack back, HttpStatus status) {
        if (!Reader.mayReadNames(reader)) {
            return Mono.error(new RefusedException(Refusal.because(StaffReason.ROLE)));
        }
        return households
                .find(id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))))
                .flatMap(household -> incomes.of(household.id()).collectList().flatMap(found -> staffNames
                        .of(people(found))
                        .map(names -> page(reader, household, found, names)
                                .with("back", back)
                                .status(status)
                                .build())));
    }

    private static Page page(
            StaffMember reader, Household household, List<CountedIncome> found, Map<String, String> names) {
        return Page.view("disbursement/incomes")
                .with("here", "households")
                .with("household", household)
                .with("incomes", found)
                .with("names", names)
                .with("reader", reader)
                .with("waits", found.stream().anyMatch(CountedIncome::isWaiting))
                .with("mayCount", reader.has(Role.INTAKE))
                .with("mayConfirm", DecideIncome.mayConfirm(reader))
                .with("formKey", FormAnswers.freshKey());
    }

    private static List<String> people(List<CountedIncome> found) {
        return found.stream()
                .flatMap(income -> Stream.of(income.recordedBy(), income.decidedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
