package org.yici.disbursement.standing.web;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.YuanField;
import org.yici.disbursement.standing.claim.DecideClaim;
import org.yici.disbursement.standing.claim.ReceiveClaim;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** The forms about money paid too much, on the page of a due list. */
@Controller
@RequestMapping("/staff/standing/{scheme}/{period}/claims")
final class ClaimForms {

    private final StandingPages pages;
    private final DueListPlace places;
    private final DecideClaim decideClaim;
    private final ReceiveClaim receiveClaim;
    private final FormAnswers answers;

    ClaimForms(
            StandingPages pages,
            DueListPlace places,
            DecideClaim decideClaim,
            ReceiveClaim receiveClaim,
            FormAnswers answers) {
        this.pages = pages;
        this.places = places;
        this.decideClaim = decideClaim;
        this.receiveClaim = receiveClaim;
        this.answers = answers;
    }

    @PostMapping("/{person}/decision")
    Mono<Rendering> decide(
            StaffMember actor,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String person,
            ServerWebExchange exchange,
            Locale locale) {
        return places.of(scheme, period)
                .flatMap(place -> step(
                        actor,
                        place,
                        exchange,
                        locale,
                        (form, key) -> decideClaim.decide(
                                actor,
                                key,
                                place.scheme(),
                                person,
                                new DecideClaim.Why(field(form, "decision"), field(form, "note")))));
    }

    @PostMapping("/{claim}/parts")
    Mono<Rendering> receive(
            StaffMember actor,
            @PathVariable String scheme,
            @PathVariable String period,
            @PathVariable String claim,
            ServerWebExchange exchange,
            Locale locale) {
        return places.of(scheme, period)
                .flatMap(place -> step(
                        actor,
                        place,
                        exchange,
                        locale,
                        (form, key) -> receiveClaim.receive(
                                actor,
                                key,
                                place.scheme(),
                                claim,
                                new ReceiveClaim.Came(
                                        YuanField.read(field(form, "amount"), "amount"), field(form, "reference")))));
    }

    private <T> Mono<Rendering> step(
            StaffMember actor,
            DueListPlace.Place place,
            ServerWebExchange exchange,
            Locale locale,
            BiFunction<MultiValueMap<String, String>, IdempotencyKey, Mono<Outcome<T>>> work) {
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> work.apply(form, IdempotencyKey.of(form.getFirst("idempotencyKey")))),
                        locale,
                        done -> place.path(),
                        (problem, status) -> pages.show(
                                actor,
                                place,
                                FormBack.sent(place.path(), exchange, form.toSingleValueMap(), problem),
                                status)));
    }
}
