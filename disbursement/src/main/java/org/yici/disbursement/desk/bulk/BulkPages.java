package org.yici.disbursement.desk.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Many cases on one page: who they are and what would come of each, then what came of each. */
@Controller
final class BulkPages {

    private static final String PATH = "/staff/bulk/{word}";

    private final PlanMany planMany;
    private final ActOnMany actOnMany;
    private final FormAnswers answers;

    BulkPages(PlanMany planMany, ActOnMany actOnMany, FormAnswers answers) {
        this.planMany = planMany;
        this.actOnMany = actOnMany;
        this.answers = answers;
    }

    @GetMapping(PATH)
    Mono<Rendering> plan(StaffMember actor, @PathVariable String word, Locale locale) {
        return show(actor, act(word), Map.of(), null, HttpStatus.OK, locale);
    }

    @PostMapping(PATH)
    Mono<Rendering> act(StaffMember actor, @PathVariable String word, ServerWebExchange exchange, Locale locale) {
        Act act = act(word);
        return exchange.getFormData().flatMap(form -> act(actor, act, form, locale)
                .flatMap(fates -> planMany.named(actor, act, fates).map(byId -> done(act, byId, fates)))
                .onErrorResume(FormAnswers::isNo, no -> refused(actor, act, form, no, locale)));
    }

    private Mono<List<Fate>> act(StaffMember actor, Act act, MultiValueMap<String, String> form, Locale locale) {
        return Mono.defer(() -> actOnMany.act(
                actor,
                IdempotencyKey.of(form.getFirst("idempotencyKey")),
                act,
                form.getOrDefault("application", List.of()),
                form.getFirst("note"),
                locale));
    }

    private static Rendering done(Act act, Map<String, Planned> byId, List<Fate> fates) {
        return page(act)
                .with("fates", fates)
                .with("byId", byId)
                .with("done", fates.stream().filter(Fate::done).count())
                .build();
    }

    private Mono<Rendering> refused(
            StaffMember actor, Act act, MultiValueMap<String, String> form, Throwable no, Locale locale) {
        Problem problem = answers.problem(no, locale);
        Map<String, String> typed = Map.of("note", Objects.requireNonNullElse(form.getFirst("note"), ""));
        return show(actor, act, typed, problem, HttpStatus.valueOf(problem.status()), locale);
    }

    private Mono<Rendering> show(
            StaffMember actor,
            Act act,
            Map<String, String> typed,
            @Nullable Problem problem,
            HttpStatus status,
            Locale locale) {
        return planMany.of(actor, act, locale).map(planned -> page(act)
                .with("planned", planned)
                .with("open", planned.stream().filter(Planned::open).count())
                .with("total", sum(planned))
                .with("typed", typed)
                .with("back", FormBack.of(typed, problem))
                .with("formKey", FormAnswers.freshKey())
                .status(status)
                .build());
    }

    private static Page page(Act act) {
        return Page.view("disbursement/bulk").with("here", "work").with("act", act);
    }

    private static long sum(List<Planned> planned) {
        return planned.stream()
                .filter(Planned::open)
                .mapToLong(one -> one.amount().value())
                .sum();
    }

    private static Act act(String word) {
        return Act.of(word).orElseThrow(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND)));
    }
}
