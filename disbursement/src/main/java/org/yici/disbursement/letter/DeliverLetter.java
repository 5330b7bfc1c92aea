package org.yici.disbursement.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** An officer writes down that the household has its letter. From that day on the days of an appeal are counted. */
@Component
public final class DeliverLetter {

    private final Once once;
    private final Letters letters;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final ProgramClock clock;

    DeliverLetter(Once once, Letters letters, Deliveries deliveries, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.letters = letters;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param way {@code HANDED}, {@code POSTED} or {@code READ_OUT}
     * @param day {@code 2018-05-04}; today where it is left out
     */
    public record Handed(@Nullable String way, @Nullable String day) {}

    /** @param appealUntil the last day for an appeal; null where none is open */
    public record Delivered(
            String way, LocalDate day, @Nullable LocalDate appealUntil) {}

    /**
     * @return refused {@code role}, {@code not-found}, {@code no-letter} or {@code letter-delivered-before}
     * @throws InvalidInput naming every field that is wrong: a day before the decision, or one that has not come
     */
    public Mono<Outcome<Delivered>> deliver(StaffMember actor, IdempotencyKey key, String id, Handed handed) {
        FieldErrors errors = new FieldErrors();
        Optional<Delivery.Way> way = Delivery.Way.of(handed.way());
        errors.require(way.isPresent(), "way", "input.letter.way");
        Optional<LocalDate> day = day(handed.day());
        errors.require(day.isPresent(), "day", "input.letter.day");
        errors.throwIfAny();
        Delivery delivery = new Delivery(way.orElseThrow(), day.orElseThrow(), actor.username());
        return once.run(
                actor,
                key,
                "letter/" + id,
                handed,
                Delivered.class,
                () -> Chain.then(letters.of(id, actor), letter -> keep(actor, letter, delivery)));
    }

    private Mono<Outcome<Delivered>> keep(StaffMember actor, Letter letter, Delivery delivery) {
        LocalDate decided = LocalDate.ofInstant(letter.words().at(), ProgramClock.CHINA);
        if (delivery.day().isBefore(decided) || delivery.day().isAfter(clock.today())) {
            throw InvalidInput.of("day", "input.letter.day");
        }
        return deliveries
                .isKnown(
                        letter.application().id(),
                        delivery.way(),
                        letter.words().at())
                .flatMap(known -> known
                        ? Mono.just(Outcome.<Delivered>refused(LetterReason.DELIVERED_BEFORE))
                        : add(actor, letter, delivery));
    }

    private Mono<Outcome<Delivered>> add(StaffMember actor, Letter letter, Delivery delivery) {
        Instant now = clock.instant();
        String id = letter.application().id().toString();
        return deliveries
                .add(letter.application().id(), delivery, now)
                .then(audit.record(
                        actor,
                        "letter-delivered",
                        id,
                        Map.of("way", delivery.way().name())))
                .then(letters.of(id, actor))
                .map(outcome -> outcome.map(
                        again -> new Delivered(delivery.way().name(), delivery.day(), again.appealUntil())));
    }

    private Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Typed.orNull(typed) == null
                    ? Optional.of(clock.today())
                    : Optional.of(LocalDate.parse(String.valueOf(typed).strip()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
