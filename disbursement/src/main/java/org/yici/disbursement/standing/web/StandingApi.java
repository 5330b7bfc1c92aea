package org.yici.disbursement.standing.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.standing.BookDueList;
import org.yici.disbursement.standing.BookDueList.Booked;
import org.yici.disbursement.standing.PayDueList;
import org.yici.disbursement.standing.claim.DecideClaim;
import org.yici.disbursement.standing.claim.ReceiveClaim;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Due lists by programs: what they say and what is new in them, fixed and paid by two people, and money paid too much. */
@RestController
@RequestMapping("/api/v1/programmes/{scheme}")
final class StandingApi {

    private static final int MOST = 200;

    private final StandingDesk desk;
    private final DueListPlace places;
    private final BookDueList book;
    private final PayDueList pay;
    private final DecideClaim decideClaim;
    private final ReceiveClaim receiveClaim;
    private final StrictJson json;

    StandingApi(
            StandingDesk desk,
            DueListPlace places,
            BookDueList book,
            PayDueList pay,
            DecideClaim decideClaim,
            ReceiveClaim receiveClaim,
            StrictJson json) {
        this.desk = desk;
        this.places = places;
        this.book = book;
        this.pay = pay;
        this.decideClaim = decideClaim;
        this.receiveClaim = receiveClaim;
        this.json = json;
    }

    /** @param seen the mark of the list that was looked at; left out: as it is now */
    record Seen(@Nullable String seen) {}

    /** With its lines by person, so many at a time; {@code next} goes into {@code after}. */
    @GetMapping("/due-lists/{period}")
    Mono<DueListJson> one(
            StaffMember reader,
            @PathVariable String scheme,
            @PathVariable String period,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit");
        }
        return places.of(scheme, period)
                .flatMap(place -> desk.of(place.scheme(), place.period(), reader))
                .map(whole -> DueListJson.of(whole, limit, after));
    }

    @PostMapping(path = "/due-lists/{period}/booking", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Booked>> book(
            StaffMember actor,
            @PathVariable String scheme,
            @PathVariable String period,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        Seen seen = json.read(body, Seen.class);
        return Answers.created(places.of(scheme, period)
                .flatMap(place -> book.book(actor, key, place.scheme(), place.period(), seen.seen())));
    }

    @PostMapping(path = "/due-lists/{period}/payment")
    Mono<ResponseEntity<PayDueList.Paid>> pay(
            StaffMember actor, @PathVariable String scheme, @PathVariable String period, ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        return Answers.created(
                places.of(scheme, period).flatMap(place -> pay.pay(actor, key, place.scheme(), place.period())));
    }

    /** What was paid too much to people who get nothing any more: what waits for a decision, and what was decided. */
    @GetMapping("/claims")
    Mono<ClaimsJson> claims(StaffMember reader, @PathVariable String scheme) {
        return places.scheme(scheme).flatMap(desk::claims).map(ClaimsJson::of);
    }

    @PostMapping(path = "/claims/{person}/decision", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<DecideClaim.Decided>> decide(
            StaffMember actor,
            @PathVariable String scheme,
            @PathVariable String person,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        DecideClaim.Why why = json.read(body, DecideClaim.Why.class);
        return Answers.created(
                places.scheme(scheme).flatMap(known -> decideClaim.decide(actor, key, known, person, why)));
    }

    @PostMapping(path = "/claims/{claim}/parts", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ReceiveClaim.Booked>> receive(
            StaffMember actor,
            @PathVariable String scheme,
            @PathVariable String claim,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        ReceiveClaim.Came came = json.read(body, ReceiveClaim.Came.class);
        return Answers.created(
                places.scheme(scheme).flatMap(known -> receiveClaim.receive(actor, key, known, claim, came)));
    }
}
