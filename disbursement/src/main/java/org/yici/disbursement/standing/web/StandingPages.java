package org.yici.disbursement.standing.web;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import java.util.function.BiFunction;
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
import org.yici.disbursement.YuanField;
import org.yici.disbursement.standing.Appropriate;
import org.yici.disbursement.standing.BookDueList;
import org.yici.disbursement.standing.PayDueList;
import org.yici.disbursement.standing.Period;
import org.yici.disbursement.standing.Scheme;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** Due lists: what is owed this period, to how many, by which standards; fixed by one person, paid by another. */
@Controller
final class StandingPages {

    private static final String ONE = "/staff/standing/{scheme}/{period}";
    /** Lines shown on the page; the sheet has them all. */
    private static final int LINES = 50;

    private final StandingDesk desk;
    private final DueListPlace places;
    private final BookDueList book;
    private final PayDueList pay;
    private final Appropriate appropriate;
    private final FormAnswers answers;

    StandingPages(
            StandingDesk desk,
            DueListPlace places,
            BookDueList book,
            PayDueList pay,
            Appropriate appropriate,
            FormAnswers answers) {
        this.desk = desk;
        this.places = places;
        this.book = book;
        this.pay = pay;
        this.appropriate = appropriate;
        this.answers = answers;
    }

    @GetMapping("/staff/standing")
    Mono<Rendering> all(StaffMember reader) {
        return desk.overview().map(overview -> Page.view("disbursement/standing")
                .with("here", "standards")
                .with("tab", "standing")
                .with("overview", overview)
                .build());
    }

    @GetMapping(ONE)
    Mono<Rendering> one(StaffMember reader, @PathVariable String scheme, @PathVariable String period) {
        return places.of(scheme, period).flatMap(place -> show(reader, place, FormBack.fresh(), HttpStatus.OK));
    }

    @PostMapping(ONE + "/booking")
    Mono<Rendering> book(
            StaffMember actor,
            @PathVariable String scheme,
            @PathVariable String period,
            ServerWebExchange exchange,
            Locale locale) {
        return places.of(scheme, period)
                .flatMap(place -> step(
                        actor,
                        place,
                        exchange,
                        locale,
                        (form, key) -> book.book(actor, key, place.scheme(), place.period(), form.getFirst("seen"))));
    }

    @PostMapping(ONE + "/payment")
    Mono<Rendering> pay(
            StaffMember actor,
            @PathVariable String scheme,
            @PathVariable String period,
            ServerWebExchange exchange,
            Locale locale) {
        return places.of(scheme, period)
                .flatMap(place -> step(
                        actor,
                        place,
                        exchange,
                        locale,
                        (form, key) -> pay.pay(actor, key, place.scheme(), place.period())));
    }

    @PostMapping(ONE + "/appropriations")
    Mono<Rendering> receive(
            StaffMember actor,
            @PathVariable String scheme,
            @PathVariable String period,
            ServerWebExchange exchange,
            Locale locale) {
        return places.of(scheme, period)
                .flatMap(place -> step(
                        actor,
                        place,
                        exchange,
                        locale,
                        (form, key) -> appropriate.receive(
                                actor,
                                key,
                                place.scheme(),
                                new Appropriate.Appropriation(
                                        YuanField.read(field(form, "amount"), "amount"), field(form, "reference")))));
    }

    /** One form of a list's page, wherever it is answered. */
    <T> Mono<Rendering> step(
            StaffMember actor,
            DueListPlace.Place place,
            ServerWebExchange exchange,
            Locale locale,
            BiFunction<MultiValueMap<String, String>, IdempotencyKey, Mono<Outcome<T>>> work) {
        return answers.step(
                place.path(),
                exchange,
                locale,
                work,
                done -> place.path(),
                (back, status) -> show(actor, place, back, status));
    }

    private @Nullable String path(Scheme scheme, Period period) {
        return places.isKnown(period) ? new DueListPlace.Place(scheme, period).path() : null;
    }

    Mono<Rendering> show(StaffMember reader, DueListPlace.Place place, FormBack back, HttpStatus status) {
        Scheme scheme = place.scheme();
        Period period = place.period();
        return desk.of(scheme, period, reader).map(view -> Page.view("disbursement/due-list")
                .with("here", "standards")
                .with("view", view)
                .with("lines", view.list().lines().stream().limit(LINES).toList())
                .with("at", place.path())
                .with("before", path(scheme, period.before()))
                .with("after", path(scheme, period.after()))
                .with("back", back)
                .with("formKey", FormAnswers.freshKey())
                .status(status)
                .build());
    }
}
