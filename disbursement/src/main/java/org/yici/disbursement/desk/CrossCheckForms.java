package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.crosscheck.report.AnswerFinding;
import org.yici.disbursement.crosscheck.report.CheckApplication;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** The forms of a case's cross-check: compare with the extracts, say what a finding comes to. */
@Controller
final class CrossCheckForms {

    private static final String CHECKS = "/staff/applications/{id}/crosschecks";

    private final CaseSteps steps;
    private final CheckApplication check;
    private final AnswerFinding answerFinding;

    CrossCheckForms(CaseSteps steps, CheckApplication check, AnswerFinding answerFinding) {
        this.steps = steps;
        this.check = check;
        this.answerFinding = answerFinding;
    }

    @PostMapping(CHECKS)
    Mono<Rendering> check(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(actor, id, exchange, locale, (form, key) -> check.check(actor, key, id), done -> at(id));
    }

    @PostMapping(CHECKS + "/{report}/findings/{finding}/answers")
    Mono<Rendering> answer(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String report,
            @PathVariable String finding,
            ServerWebExchange exchange,
            Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> answerFinding.answer(
                        actor,
                        key,
                        report,
                        finding,
                        new AnswerFinding.Said(field(form, "verdict"), field(form, "words"))),
                done -> at(id));
    }

    private static String at(String id) {
        return CaseSteps.address(id) + "#cross-check";
    }
}
