package org.yici.disbursement.payout;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Columns;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardId;
import org.yici.disbursement.award.Awards;
import org.yici.disbursement.award.SeenCards;
import org.yici.disbursement.household.ConfirmCard;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** The card that a grant goes to, held against the one that was approved; and its confirmation, by programs. */
@RestController
final class CardsApi {

    private final Awards awards;
    private final SeenCards seenCards;
    private final ConfirmCard confirmCard;
    private final StrictJson json;

    CardsApi(Awards awards, SeenCards seenCards, ConfirmCard confirmCard, StrictJson json) {
        this.awards = awards;
        this.seenCards = seenCards;
        this.confirmCard = confirmCard;
        this.json = json;
    }

    /** @param saw by its last four digits, the card that was approved; null where it has not changed, as all that follows */
    record Line(
            boolean changed,
            @Nullable String saw,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {

        static Line of(SeenCards.Changed changed) {
            return new Line(
                    true, changed.saw(), changed.by(), changed.at(), changed.confirmedBy(), changed.confirmedAt());
        }
    }

    @GetMapping("/api/v1/awards/{id}/card")
    Mono<ResponseEntity<Line>> card(StaffMember reader, @PathVariable String id) {
        return Answers.ok(Mono.justOrEmpty(Columns.parseId(id))
                .flatMap(known -> awards.find(new AwardId(known)))
                .flatMap(this::line)
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private Mono<Line> line(Award award) {
        return seenCards
                .changed(award.id().value())
                .map(Line::of)
                .defaultIfEmpty(new Line(false, null, null, null, null, null));
    }

    @PostMapping(path = "/api/v1/households/{id}/card/confirmation", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ConfirmCard.Confirmed>> confirm(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                confirmCard.confirm(actor, IdempotencyKey.of(exchange), id, json.read(body, ConfirmCard.Said.class)));
    }
}
