package org.yici.disbursement.letter;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Answers;
import org.yici.disbursement.application.Progress;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Letters, their delivery and appeals, by programs. */
@RestController
final class LettersApi {

    private final Letters letters;
    private final DeliverLetter deliverLetter;
    private final FileAppeal fileAppeal;
    private final StrictJson json;

    LettersApi(Letters letters, DeliverLetter deliverLetter, FileAppeal fileAppeal, StrictJson json) {
        this.letters = letters;
        this.deliverLetter = deliverLetter;
        this.fileAppeal = fileAppeal;
        this.json = json;
    }

    record Line(String way, LocalDate day) {}

    /** @param note the document that the standard rests on */
    record Standard(String code, String from, String note) {}

    /** @param copy the day of this one, where the letter came to the household before; null of the letter itself */
    record Written(
            Letter.Kind kind,
            String reference,
            String to,
            String township,
            Amount asked,
            @Nullable Amount computed,
            @Nullable Amount granted,
            @Nullable String grounds,
            @Nullable Standard standard,
            Instant decidedAt,
            int appealDays,
            @Nullable LocalDate appealUntil,
            List<Line> deliveries,
            @Nullable LocalDate copy) {

        static Written of(Letter letter) {
            Sum sum = letter.sum();
            LetterWords.Standard standard = letter.words().standard();
            return new Written(
                    letter.words().kind(),
                    letter.words().reference(),
                    letter.words().applicant(),
                    letter.words().township(),
                    Amount.of(letter.words().amount()),
                    sum == null ? null : Amount.of(sum.computed()),
                    sum == null ? null : Amount.of(sum.granted()),
                    letter.words().grounds(),
                    standard == null ? null : new Standard(standard.code(), standard.from(), standard.note()),
                    letter.words().at(),
                    letter.words().appealDays(),
                    letter.appealUntil(),
                    letter.deliveries().stream()
                            .map(delivery -> new Line(delivery.way().name(), delivery.day()))
                            .toList(),
                    letter.copy());
        }
    }

    @GetMapping("/api/v1/applications/{id}/letter")
    Mono<ResponseEntity<Written>> read(StaffMember reader, @PathVariable String id) {
        return Answers.ok(letters.of(id, reader).map(outcome -> outcome.map(Written::of)));
    }

    @PostMapping(path = "/api/v1/applications/{id}/letter/deliveries", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<DeliverLetter.Delivered>> deliver(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(deliverLetter.deliver(
                actor, IdempotencyKey.of(exchange), id, json.read(body, DeliverLetter.Handed.class)));
    }

    @PostMapping(path = "/api/v1/applications/{id}/appeal", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Progress>> appeal(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                fileAppeal.file(actor, IdempotencyKey.of(exchange), id, json.read(body, FileAppeal.Why.class)));
    }
}
