package org.yici.disbursement;

import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import org.yici.platform.web.Problems;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * What a form answers: on to the page that shows what came of it, or the form again with the same words that a program
 * would hear, and nothing typed lost.
 */
@Component
public final class FormAnswers {

    private final Problems problems;

    FormAnswers(Problems problems) {
        this.problems = problems;
    }

    /**
     * @param work may raise {@link InvalidInput} before it answers
     * @param next where a reader goes when it is done
     * @param again the form once more, with the problem and the status to show it with
     */
    public <T> Mono<Rendering> after(
            Mono<Outcome<T>> work,
            Locale locale,
            Function<T, String> next,
            BiFunction<Problem, HttpStatus, Mono<Rendering>> again) {
        return work.map(RefusedException::orProblem)
                .map(done -> seeOther(next.apply(done)))
                .onErrorResume(FormAnswers::isNo, no -> {
                    Problem problem = problem(no, locale);
                    return again.apply(problem, HttpStatus.valueOf(problem.status()));
                });
    }

    /**
     * One form of a page, done once however often its key is sent.
     *
     * @param page the address of the page that shows the form, by which the form is named
     * @param again that page once more, with what was typed in that form
     */
    public <T> Mono<Rendering> step(
            String page,
            ServerWebExchange exchange,
            Locale locale,
            BiFunction<MultiValueMap<String, String>, IdempotencyKey, Mono<Outcome<T>>> work,
            Function<T, String> next,
            BiFunction<FormBack, HttpStatus, Mono<Rendering>> again) {
        return exchange.getFormData()
                .flatMap(form -> after(
                        Mono.defer(() -> work.apply(form, IdempotencyKey.of(form.getFirst("idempotencyKey")))),
                        locale,
                        next,
                        (problem, status) ->
                                again.apply(FormBack.sent(page, exchange, form.toSingleValueMap(), problem), status)));
    }

    public static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }

    /** A new key for a form that is shown: sent twice, it is done once. */
    public static String freshKey() {
        return UUID.randomUUID().toString();
    }

    public static String field(MultiValueMap<String, String> form, String name) {
        @Nullable String typed = form.getFirst(name);
        return typed == null ? "" : typed;
    }

    /** The words of a refusal or of refused fields; people never chose a key, so they hear what it means. */
    public Problem problem(Throwable no, Locale locale) {
        return isSentBefore(no)
                ? problems.of(Refusal.because(WebReason.FORM_SENT_BEFORE), locale)
                : problems.of(no, locale);
    }

    private static boolean isSentBefore(Throwable no) {
        return no instanceof RefusedException refused && refused.refusal().reason() == WebReason.IDEMPOTENCY_KEY_REUSED;
    }

    /** A refusal or refused fields: an answer for the reader, not a fault. */
    public static boolean isNo(Throwable error) {
        return error instanceof RefusedException || error instanceof InvalidInput;
    }
}
