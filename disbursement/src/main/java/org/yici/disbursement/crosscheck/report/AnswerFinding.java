package org.yici.disbursement.crosscheck.report;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.conflict.Unrelated;
import org.yici.disbursement.crosscheck.CrossCheckReason;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** An officer or reviewer says in words what a finding comes to. Said again, both stand, and the last one counts. */
@Component
public final class AnswerFinding {

    private static final int WORDS_CHARACTERS = 1_000;

    private final Once once;
    private final Reports reports;
    private final Applications applications;
    private final Unrelated unrelated;
    private final AuditTrail audit;
    private final ProgramClock clock;

    AnswerFinding(
            Once once,
            Reports reports,
            Applications applications,
            Unrelated unrelated,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.reports = reports;
        this.applications = applications;
        this.unrelated = unrelated;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param verdict {@code EXPLAINED} or {@code CONFIRMED} */
    public record Said(@Nullable String verdict, @Nullable String words) {}

    public record Answered(String report, int finding, Answer.Verdict verdict) {}

    public static boolean mayAnswer(StaffMember actor) {
        return actor.has(Role.INTAKE) || actor.has(Role.REVIEWER);
    }

    /**
     * @param finding its number in the report
     * @return refused {@code role}, {@code not-found}, {@code related} or {@code case-over}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Answered>> answer(
            StaffMember actor, IdempotencyKey key, String report, String finding, Said said) {
        if (!mayAnswer(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        Optional<Answer.Verdict> verdict = Arrays.stream(Answer.Verdict.values())
                .filter(known -> known.name().equals(said.verdict()))
                .findAny();
        FieldErrors errors = new FieldErrors();
        errors.require(verdict.isPresent(), "verdict", "input.crosscheck.verdict");
        Typed.text(errors, said.words(), "words", WORDS_CHARACTERS);
        errors.throwIfAny();
        Answer answer = new Answer(
                verdict.orElseThrow(), String.valueOf(Typed.orNull(said.words())), actor.username(), clock.instant());
        return once.run(
                actor, key, "answer-finding/" + report + "/" + finding, said, Answered.class, () -> Mono.justOrEmpty(
                                Columns.parseId(report))
                        .flatMap(reports::find)
                        .flatMap(found -> Mono.justOrEmpty(number(found, finding))
                                .flatMap(number -> unlessRelated(actor, found, number, answer)))
                        .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private static Optional<Integer> number(Report report, String typed) {
        return report.content().findings().stream()
                .map(Finding::number)
                .filter(number -> number.toString().equals(typed))
                .findAny();
    }

    private Mono<Outcome<Answered>> unlessRelated(StaffMember actor, Report report, int number, Answer answer) {
        return applications
                .find(report.application())
                .flatMap(application -> unrelated.only(
                        actor,
                        application.household(),
                        () -> application.isOver()
                                ? Mono.just(Outcome.<Answered>refused(CrossCheckReason.CASE_OVER))
                                : record(actor, report, number, answer)));
    }

    private Mono<Outcome<Answered>> record(StaffMember actor, Report report, int number, Answer answer) {
        return reports.answer(report.id(), number, answer)
                .then(audit.record(
                        actor,
                        "crosscheck-answered",
                        report.application().toString(),
                        Map.of(
                                "report",
                                report.id().toString(),
                                "finding",
                                number,
                                "verdict",
                                answer.verdict().name())))
                .thenReturn(Outcome.done(new Answered(report.id().toString(), number, answer.verdict())));
    }
}
