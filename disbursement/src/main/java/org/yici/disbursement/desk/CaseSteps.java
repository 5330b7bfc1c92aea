package org.yici.disbursement.desk;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** What every form of a case does: its use case once a key, then on to the case, or the case again with why not. */
@Component
final class CaseSteps {

    private final CasePage page;
    private final FormAnswers answers;

    CaseSteps(CasePage page, FormAnswers answers) {
        this.page = page;
        this.answers = answers;
    }

    static String address(String id) {
        return "/staff/applications/" + id;
    }

    <T> Mono<Rendering> take(
            StaffMember actor,
            String id,
            ServerWebExchange exchange,
            Locale locale,
            BiFunction<MultiValueMap<String, String>, IdempotencyKey, Mono<Outcome<T>>> work) {
        return take(actor, id, exchange, locale, work, done -> address(id));
    }

    /** @param next where the reader goes when it is done */
    <T> Mono<Rendering> take(
            StaffMember actor,
            String id,
            ServerWebExchange exchange,
            Locale locale,
            BiFunction<MultiValueMap<String, String>, IdempotencyKey, Mono<Outcome<T>>> work,
            Function<T, String> next) {
        return answers.step(
                address(id),
                exchange,
                locale,
                work,
                next,
                (back, status) -> page.show(actor, id, locale, back, status));
    }
}
