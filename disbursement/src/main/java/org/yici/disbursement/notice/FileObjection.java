package org.yici.disbursement.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Numbering;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Attempt;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.GrantReason;
import org.yici.disbursement.clock.KeptTime;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * Anybody may object to a grant while its notice runs, with or without a name. An objection stops the grant; the receipt
 * is the caller's proof. The clock is read after the case is locked, so the last moment is the same for everybody.
 */
@Component
public final class FileObjection {

    static final int WORDS = 2_000;
    static final int CONTACT = 200;

    private static final Set<ApplicationState> NOBODY_IS_PAID =
            EnumSet.of(ApplicationState.REFUSED, ApplicationState.WITHDRAWN);

    private final Once once;
    private final Casework casework;
    private final Notices notices;
    private final Objections objections;
    private final NoticeBoard board;
    private final Numbering numbering;
    private final KeptTime keptTime;
    private final ProgramClock clock;
    private final Senders senders;
    private final OtherWays otherWays;
    private final long mostAnHour;

    FileObjection(
            Once once,
            Casework casework,
            Notices notices,
            Objections objections,
            NoticeBoard board,
            Numbering numbering,
            KeptTime keptTime,
            ProgramClock clock,
            Senders senders,
            OtherWays otherWays,
            @Value("${yici.objection.most-an-hour}") long mostAnHour) {
        this.once = once;
        this.casework = casework;
        this.notices = notices;
        this.objections = objections;
        this.board = board;
        this.numbering = numbering;
        this.keptTime = keptTime;
        this.clock = clock;
        this.senders = senders;
        this.otherWays = otherWays;
        this.mostAnHour = mostAnHour;
    }

    /** What somebody wrote. */
    public record Words(@Nullable String text, @Nullable String contact) {
        @Override
        public String toString() {
            return "an objection";
        }
    }

    public record Receipt(String receipt, Instant at) {}

    /**
     * @param from the network address it comes from, of which nothing is kept
     * @return refused {@code not-found}, {@code notice-ended}, {@code nothing-to-object}, {@code too-many-objections} or
     *     {@code too-many-from-here}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Receipt>> file(IdempotencyKey key, String code, Words words, String from) {
        FieldErrors errors = new FieldErrors();
        Typed.text(errors, words.text(), "text", WORDS);
        Typed.optionalText(errors, words.contact(), "contact", CONTACT);
        errors.throwIfAny();
        return once.runForThePublic(key, "objection/" + code, words, Receipt.class, () -> notices.find(code)
                        .map(Outcome::done)
                        .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND))
                        .flatMap(found -> Chain.then(Mono.just(found), notice -> record(notice, words, from))))
                .delayUntil(this::keepTimeOfRefusal);
    }

    /** Who was told that it is too late is told so again, even when the machine's clock is set back. */
    private Mono<?> keepTimeOfRefusal(Outcome<Receipt> outcome) {
        return outcome.isRefused() ? keptTime.keep() : Mono.empty();
    }

    private Mono<Outcome<Receipt>> record(Notice notice, Words words, String from) {
        return Chain.then(casework.open(notice.application().toString()), application -> {
            Instant now = clock.instant();
            Optional<Refusal> obstacle = obstacle(notice, application, now);
            return obstacle.isPresent()
                    ? Mono.just(Outcome.refused(obstacle.get()))
                    : take(notice, application, words, now, from);
        });
    }

    private static Optional<Refusal> obstacle(Notice notice, Application application, Instant now) {
        if (NOBODY_IS_PAID.contains(application.state())) {
            return Optional.of(Refusal.because(NoticeReason.NOTHING_TO_OBJECT, application.state()));
        }
        if (application.isCutShort()) {
            return Optional.of(Refusal.because(NoticeReason.TAKEN_DOWN));
        }
        return notice.isOver(now)
                ? Optional.of(Refusal.because(GrantReason.NOTICE_ENDED, application.lastNoticeDay()))
                : Optional.empty();
    }

    private Mono<Outcome<Receipt>> take(Notice notice, Application application, Words words, Instant now, String from) {
        Attempt attempt = Attempt.ofThePublic(application, Action.OBJECT, now);
        Instant since = now.minus(Duration.ofHours(1));
        return senders.known(from).flatMap(sender -> Mono.zip(
                        objections.count(notice.code(), since), senders.count(notice, sender, since))
                .flatMap(came -> tooMany(came.getT1(), came.getT2())
                        .map(reason ->
                                Mono.just(Outcome.<Receipt>refused(reason, otherWays.phone(), otherWays.address())))
                        .orElseGet(() -> senders.add(notice, sender, now)
                                .then(casework.step(attempt, null, objected -> receive(notice, objected, words))))));
    }

    private Optional<NoticeReason> tooMany(long ofAll, long ofOne) {
        if (senders.areMany(ofOne)) {
            return Optional.of(NoticeReason.TOO_MANY_FROM_HERE);
        }
        return ofAll >= mostAnHour ? Optional.of(NoticeReason.TOO_MANY_OBJECTIONS) : Optional.empty();
    }

    private Mono<Outcome<Receipt>> receive(Notice notice, Application objected, Words words) {
        Instant at = objected.lastStep().at();
        return numbering.next("Y", 4, at).flatMap(receipt -> objections
                .add(
                        Objection.fresh(
                                receipt,
                                Objects.requireNonNull(words.text()).strip(),
                                Typed.orNull(words.contact()),
                                at),
                        notice)
                .then(board.show(notice, objected, true))
                .thenReturn(Outcome.done(new Receipt(receipt, at))));
    }
}
