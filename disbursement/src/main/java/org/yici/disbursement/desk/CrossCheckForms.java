package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.crosscheck.report.AnswerFinding;
import org.yici.disbursement.crosscheck.report.CheckApplication;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** The forms of a case's cross-check: compare with the extracts, say what a finding comes to. */
@Controller
final class CrossCheckForms {

    private static final String CHECKS = "/staff/applications/{id}/crosschecks";

    private final CasePage page;
    private final FormAnswers answers;
    private final CheckApplication check;
    private final AnswerFinding answerFinding;

    CrossCheckForms(CasePage page, FormAnswers answers, CheckApplication check, AnswerFinding answerFinding) {
        this.page = page;
        this.answers = answers;
        this.check = check;
        this.answerFinding = answerFinding;
    }

    @PostMapping(CHECKS)
    Mono<Rendering> check(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return step(actor, id, exchange, locale, (form, key) -> check.check(actor, key, id));
    }

    @PostMapping(CHECKS + "/{report}/findings/{finding}/answers")
    Mono<Rendering> answer(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String report,
            @PathVariable String finding,
            ServerWebExchange exchange,
            Locale locale) {
        return step(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> answerFinding.answer(
                        actor,
                        key,
                        report,
                        finding,
                        new AnswerFinding.Said(field(form, "verdict"), field(form, "words"))));
    }

    private <T> Mono<Rendering> step(
            StaffMember actor,
            String id,
            ServerWebExchange exchange,
            Locale locale,
            BiFunction<MultiValueMap<String, String>, IdempotencyKey, Mono<Outcome<T>>> work) {
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> work.apply(form, IdempotencyKey.of(form.getFirst("idempotencyKey")))),
                        locale,
                        done -> "/staff/applications/" + id + "#cross-check",
                        (problem, status) -> page.show(actor, id, locale, problem, status, form.toSingleValueMap())));
    }
}
