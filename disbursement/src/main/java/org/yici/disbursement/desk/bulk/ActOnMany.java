package org.yici.disbursement.desk.bulk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.award.Approve;
import org.yici.disbursement.notice.PostNotice;
import org.yici.disbursement.review.Review;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes one step of many cases, one after the other, each in its own transaction and under its own key: one that is refused
 * holds back none of the others, and whoever sends the same again after a fault finds what was done done, once.
 */
@Component
public final class ActOnMany {

    private static final int NOTE_CHARACTERS = 1_000;

    private final Review review;
    private final PostNotice postNotice;
    private final Approve approve;
    private final FormAnswers answers;

    ActOnMany(Review review, PostNotice postNotice, Approve approve, FormAnswers answers) {
        this.review = review;
        this.postNotice = postNotice;
        this.approve = approve;
        this.answers = answers;
    }

    /**
     * @param ids of the cases, at most {@link PlanMany#MOST}; one that is named twice is done once
     * @param note kept with each of them
     * @throws InvalidInput where none is named, or too many, or the note is too long
     */
    public Mono<List<Fate>> act(
            StaffMember actor, IdempotencyKey key, Act act, List<String> ids, @Nullable String note, Locale locale) {
        FieldErrors errors = new FieldErrors();
        List<String> distinct = ids.stream().distinct().toList();
        errors.require(!distinct.isEmpty(), "applications", "input.bulk.none");
        errors.require(distinct.size() <= PlanMany.MOST, "applications", "input.bulk.many", PlanMany.MOST);
        Typed.optionalText(errors, note, "note", NOTE_CHARACTERS);
        errors.throwIfAny();
        return Flux.fromIterable(distinct)
                .concatMap(id -> one(actor, key, act, id, Typed.orNull(note), locale))
                .collectList();
    }

    private Mono<Fate> one(
            StaffMember actor, IdempotencyKey key, Act act, String id, @Nullable String note, Locale locale) {
        return Mono.defer(() -> step(actor, keyOfOne(key, id), act, id, note))
                .map(RefusedException::orProblem)
                .map(state -> Fate.done(id, state))
                .onErrorResume(FormAnswers::isNo, no -> Mono.just(Fate.not(id, answers.problem(no, locale))));
    }

    private Mono<Outcome<ApplicationState>> step(
            StaffMember actor, IdempotencyKey key, Act act, String id, @Nullable String note) {
        return switch (act) {
            case PASS ->
                review.decide(actor, key, id, new Review.Decision("PASS", note))
                        .map(outcome -> outcome.map(progress -> progress.state()));
            case POST_NOTICE ->
                postNotice.post(actor, key, id).map(outcome -> outcome.map(posted -> ApplicationState.ON_NOTICE));
            case APPROVE ->
                approve.decide(actor, key, id, new Approve.Decision("APPROVE", null, note))
                        .map(outcome -> outcome.map(Approve.Decided::state));
        };
    }

    private static IdempotencyKey keyOfOne(IdempotencyKey key, String id) {
        return new IdempotencyKey(UUID.nameUUIDFromBytes((key.value() + "/" + id).getBytes(StandardCharsets.UTF_8))
                .toString());
    }
}
