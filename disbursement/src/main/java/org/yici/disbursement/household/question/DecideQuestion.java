package org.yici.disbursement.household.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Typed;
import org.yici.disbursement.household.CategoryHistory;
import org.yici.disbursement.household.CategoryList;
import org.yici.disbursement.household.CategorySpell;
import org.yici.disbursement.household.Household.Leaving;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.MemberLeaves;
import org.yici.disbursement.household.question.Question.Answer;
import org.yici.disbursement.household.question.Question.Decision;
import org.yici.disbursement.household.question.Question.Kind;
import org.yici.disbursement.household.question.Question.Said;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** A person decides, with a reason in words, and what follows from it is done at once. */
@Component
public final class DecideQuestion {

    private static final int NOTE_CHARACTERS = 500;

    private final Questions questions;
    private final Households households;
    private final CategoryHistory categories;
    private final MemberLeaves memberLeaves;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;

    DecideQuestion(
            Questions questions,
            Households households,
            CategoryHistory categories,
            MemberLeaves memberLeaves,
            Transactions transactions,
            AuditTrail audit,
            ProgramClock clock) {
        this.questions = questions;
        this.households = households;
        this.categories = categories;
        this.memberLeaves = memberLeaves;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param decision a word of {@link Decision}; {@code note} the reason, which is asked for */
    public record Decided(
            @Nullable String decision, @Nullable String note) {}

    /**
     * The household it was about. Refused {@code role}, {@code not-found}, {@code question-answered}, and what a leaving
     * may be refused for.
     *
     * @throws InvalidInput where the answer is none that the question has, or there is no reason
     */
    public Mono<Outcome<HouseholdId>> decide(StaffMember actor, String id, Decided decided) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        FieldErrors errors = new FieldErrors();
        Decision decision = decision(decided.decision());
        errors.require(decision != null, "decision", "input.question.decision");
        Typed.text(errors, decided.note(), "note", NOTE_CHARACTERS);
        errors.throwIfAny();
        Answer answer = new Answer(
                Objects.requireNonNull(decision),
                Objects.requireNonNull(decided.note()).strip(),
                actor.username(),
                clock.instant());
        return Columns.parseId(id)
                .map(known -> transactions.inOne(() -> decide(actor, known, answer)))
                .orElseGet(() -> Mono.just(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private Mono<Outcome<HouseholdId>> decide(StaffMember actor, UUID id, Answer answer) {
        return questions
                .lock(id)
                .flatMap(question -> question.answer() == null
                        ? decide(actor, question, answer)
                        : Mono.just(Outcome.<HouseholdId>refused(QuestionReason.ANSWERED)))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    private Mono<Outcome<HouseholdId>> decide(StaffMember actor, Question question, Answer answer) {
        if (!question.kind().decisions().contains(answer.decision())) {
            return Mono.error(InvalidInput.of("decision", "input.question.decision"));
        }
        return Chain.then(follow(actor, question, answer), household -> questions
                .decide(question.id(), answer)
                .then(audit.record(
                        actor,
                        "register-question-decided",
                        question.id().toString(),
                        Map.of(
                                "kind",
                                question.kind().name(),
                                "decision",
                                answer.decision().name())))
                .thenReturn(Outcome.done(household)));
    }

    private Mono<Outcome<HouseholdId>> follow(StaffMember actor, Question question, Answer answer) {
        return switch (answer.decision()) {
            case STAYS, DIFFERENT, RENEWS -> Mono.just(Outcome.done(question.household()));
            case LEAVES -> leave(actor, question);
            case CHANGES -> change(actor, question, answer.at()).thenReturn(Outcome.done(question.household()));
        };
    }

    private Mono<Outcome<HouseholdId>> leave(StaffMember actor, Question question) {
        boolean mistaken = question.kind() == Kind.NEAR_NAMES;
        return memberLeaves.leaveNow(
                actor,
                mistaken ? Objects.requireNonNull(question.other()) : question.member(),
                mistaken ? Leaving.Why.MISTAKEN : Leaving.Why.MOVED);
    }

    /** What excludes the new category ends on the day before it begins. */
    private Mono<Void> change(StaffMember actor, Question question, Instant at) {
        Said said = Objects.requireNonNull(question.said());
        LocalDate since = Objects.requireNonNull(said.since());
        CategorySpell next = new CategorySpell(
                UUID.randomUUID(),
                null,
                Objects.requireNonNull(said.category()),
                said.area(),
                said.care(),
                CategoryList.on(since).number(),
                since,
                null,
                actor.username());
        return households
                .lock(question.household())
                .flatMapMany(household -> categories.of(household.id()))
                .filter(spell -> spell.stands() && spell.member() == null)
                .filter(spell ->
                        spell.category() == next.category() || spell.category().excludes(next.category()))
                .concatMap(spell -> categories.end(spell.id(), since.minusDays(1), actor.username(), at))
                .then(categories.begin(question.household(), next, at))
                .then(households.nameCategory(question.household(), next.category()));
    }

    private static @Nullable Decision decision(@Nullable String word) {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.name().equals(word))
                .findAny()
                .orElse(null);
    }
}
