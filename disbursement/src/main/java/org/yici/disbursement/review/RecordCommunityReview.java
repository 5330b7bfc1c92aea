package org.yici.disbursement.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.Contribution;
import org.yici.disbursement.application.Duty;
import org.yici.disbursement.application.PastDay;
import org.yici.disbursement.review.CommunityReview.Votes;
import org.yici.disbursement.standard.Paper;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** Intake or a reviewer writes down what the neighbours said. */
@Component
public final class RecordCommunityReview {

    private static final int PLACE_CHARACTERS = 60;
    private static final int OUTCOME_CHARACTERS = 1_000;
    private static final int MOST_PEOPLE = 10_000;

    private final Once once;
    private final Casework casework;
    private final CommunityReviews reviews;
    private final AuditTrail audit;
    private final ProgramClock clock;

    RecordCommunityReview(
            Once once, Casework casework, CommunityReviews reviews, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.casework = casework;
        this.reviews = reviews;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * As it was typed.
     *
     * @param day {@code 2018-05-04}
     * @param present how many were there; the next three sum to it
     */
    public record Meeting(
            @Nullable String day,
            @Nullable String place,
            @Nullable Integer present,
            @Nullable Integer inFavour,
            @Nullable Integer against,
            @Nullable Integer abstained,
            @Nullable String outcome) {}

    public record Recorded(String id, LocalDate day, Instant at) {}

    /**
     * @return refused {@code not-found}, {@code role}, {@code related}, {@code same-person} or {@code step-not-open}
     * @throws InvalidInput naming every field that is wrong; a day that is wrong as an error, once the case is known
     */
    public Mono<Outcome<Recorded>> record(StaffMember actor, IdempotencyKey key, String id, Meeting meeting) {
        FieldErrors errors = new FieldErrors();
        Typed.line(errors, meeting.place(), "place", PLACE_CHARACTERS);
        Votes votes = new Votes(
                count(meeting.present()),
                count(meeting.inFavour()),
                count(meeting.against()),
                count(meeting.abstained()));
        errors.require(votes.isSound() && votes.present() <= MOST_PEOPLE, "present", "input.evidence.votes");
        Typed.text(errors, meeting.outcome(), "outcome", OUTCOME_CHARACTERS);
        errors.throwIfAny();
        return once.run(
                actor,
                key,
                "community-review/" + id,
                meeting,
                Recorded.class,
                () -> Chain.then(
                        casework.open(id),
                        application -> Chain.then(
                                Mono.just(Contribution.ofRecord(application, actor, Paper.COMMUNITY_REVIEW)),
                                duty -> write(actor, application, duty, meeting, votes))));
    }

    /** What was left out is not nought: nobody knows then. */
    private static int count(@Nullable Integer typed) {
        return typed == null ? -1 : typed;
    }

    private Mono<Outcome<Recorded>> write(
            StaffMember actor, Application application, Duty duty, Meeting meeting, Votes votes) {
        CommunityReview review = new CommunityReview(
                UUID.randomUUID(),
                PastDay.read(meeting.day(), "day", application, clock.today()),
                Objects.requireNonNull(meeting.place()).strip(),
                votes,
                Objects.requireNonNull(meeting.outcome()).strip(),
                actor.username(),
                clock.instant());
        String id = review.id().toString();
        return reviews.add(application.id(), review, duty)
                .then(audit.record(
                        actor,
                        "community-review-recorded",
                        id,
                        Map.of("application", application.id().toString())))
                .thenReturn(Outcome.done(new Recorded(id, review.day(), review.at())));
    }
}
