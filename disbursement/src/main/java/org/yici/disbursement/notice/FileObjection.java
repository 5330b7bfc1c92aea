package org.yici.disbursement.notice;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Numbering;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Attempt;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.GrantReason;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
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

    private final Once once;
    private final Casework casework;
    private final Notices notices;
    private final Objections objections;
    private final NoticeBoard board;
    private final Numbering numbering;
    private final ProgramClock clock;

    FileObjection(
            Once once,
            Casework casework,
            Notices notices,
            Objections objections,
            NoticeBoard board,
            Numbering numbering,
            ProgramClock clock) {
        this.once = once;
        this.casework = casework;
        this.notices = notices;
        this.objections = objections;
        this.board = board;
        this.numbering = numbering;
        this.clock = clock;
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
     * @return refused {@code not-found}, {@code notice-ended}, or {@code step-not-open} where the grant is over already
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Receipt>> file(IdempotencyKey key, String code, Words words) {
        FieldErrors errors = new FieldErrors();
        Typed.text(errors, words.text(), "text", WORDS);
        Typed.optionalText(errors, words.contact(), "contact", CONTACT);
        errors.throwIfAny();
        return once.runForThePublic(key, "objection/" + code, words, Receipt.class, () -> notices.find(code)
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND))
                .flatMap(found -> Chain.then(Mono.just(found), notice -> record(notice, words))));
    }

    private Mono<Outcome<Receipt>> record(Notice notice, Words words) {
        return Chain.then(casework.open(notice.application().toString()), application -> {
            Instant now = clock.instant();
            if (notice.isOver(now)) {
                return Mono.just(Outcome.refused(GrantReason.NOTICE_ENDED, application.lastNoticeDay()));
            }
            Attempt attempt = Attempt.ofThePublic(application, Action.OBJECT, now);
            return casework.step(attempt, null, objected -> receive(notice, objected, words));
        });
    }

    private Mono<Outcome<Receipt>> receive(Notice notice, Application objected, Words words) {
        return numbering.next("Y", 4, objected.since()).flatMap(receipt -> objections
                .add(
                        new Objection(
                                receipt,
                                Objects.requireNonNull(words.text()).strip(),
                                Typed.orNull(words.contact()),
                                objected.since(),
                                Objection.State.OPEN,
                                null,
                                null),
                        notice)
                .then(board.show(notice, objected, true))
                .thenReturn(Outcome.done(new Receipt(receipt, objected.since()))));
    }
}
