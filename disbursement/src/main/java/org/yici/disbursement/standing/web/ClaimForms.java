package org.yici.disbursement.standing.web;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.YuanField;
import org.yici.disbursement.standing.claim.DecideClaim;
import org.yici.disbursement.standing.claim.ReceiveClaim;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** The forms about money paid too much, on the page of a due list. */
@Controller
@RequestMapping("/staff/standing/{scheme}/{period}/claims")
final class ClaimForms {

    private final StandingPages pages;
    private final DueListPlace places;
    private final DecideClaim decideClaim;
    private final ReceiveClaim receiveClaim;

    ClaimForms(StandingPages pages, DueListPlace places, DecideClaim decideClaim, ReceiveClaim receiveClaim) {
        this.pages = pages;
        this.places = places;
        this.decideClaim = decideClaim;
        this.receiveClaim = receiveClaim;
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
                .flatMap(place -> pages.step(
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
                .flatMap(place -> pages.step(
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
}
