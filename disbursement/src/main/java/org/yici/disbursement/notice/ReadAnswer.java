package org.yici.disbursement.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Whoever objected reads what became of it, by the number and the secret of the receipt, also after the notice's end. */
@Component
public final class ReadAnswer {

    private final Objections objections;
    private final ObjectionSecret secret;
    private final ObjectionDays days;

    ReadAnswer(Objections objections, ObjectionSecret secret, ObjectionDays days) {
        this.objections = objections;
        this.secret = secret;
        this.days = days;
    }

    /**
     * @param due the last day on which it should be answered
     * @param answer in words, once it is; null where nothing but the outcome is told
     */
    public record Answer(
            String receipt,
            Instant at,
            Objection.State state,
            LocalDate due,
            @Nullable String answer) {

        /** Not {@code isOpen}, which would be a member of its JSON. */
        public boolean stillOpen() {
            return state == Objection.State.OPEN;
        }
    }

    /** @return refused {@code not-found} for a number and a secret that do not belong together */
    public Mono<Outcome<Answer>> read(String notice, String receipt, String typedSecret) {
        String number = receipt.strip().toUpperCase(Locale.ROOT);
        return Mono.just(number)
                .filter(known -> secret.belongsTo(known, typedSecret))
                .flatMap(known -> objections.find(notice, known))
                .map(found -> Outcome.done(
                        new Answer(found.receipt(), found.at(), found.state(), days.due(found.at()), found.answer())))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }
}
