package org.yici.disbursement.household.question;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.household.question.Question.Kind;
import org.yici.disbursement.household.question.Question.Said;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Puts what a list says against the register before a person. */
@Component
public final class Asking {

    private final Questions questions;

    Asking(Questions questions) {
        this.questions = questions;
    }

    /**
     * A list has somebody in another household than the register. True when it was not asked before.
     *
     * @param sheetHead identity of the household that the list has: the same person in a third one is another question
     */
    public Mono<Boolean> personElsewhere(
            StaffMember actor, HouseholdId registered, MemberId member, String sheetHead, Said said, Instant at) {
        return questions.ask(
                question(Kind.PERSON_ELSEWHERE, registered, member, said, actor, at), member + "\n" + sheetHead);
    }

    /** A list says a category that excludes the one that stands since {@code spell}. */
    public Mono<Boolean> categories(
            StaffMember actor, HouseholdId household, MemberId head, UUID spell, Said said, Instant at) {
        return questions.ask(
                question(Kind.CATEGORIES, household, head, said, actor, at),
                spell + "\n" + said.category() + "\n" + said.since());
    }

    private static Question question(
            Kind kind, HouseholdId household, MemberId member, Said said, StaffMember actor, Instant at) {
        return new Question(UUID.randomUUID(), kind, household, member, null, said, actor.username(), at, null);
    }
}
