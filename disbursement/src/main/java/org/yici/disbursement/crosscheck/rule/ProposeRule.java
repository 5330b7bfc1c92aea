package org.yici.disbursement.crosscheck.rule;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** An administrator or approver proposes a version of a rule, or a new rule. It asks nothing until another person approves. */
@Component
public final class ProposeRule {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int WORDS_CHARACTERS = 200;
    private static final int CONDITION_CHARACTERS = 2_000;
    private static final int MOST_ROWS = 99;

    private final Once once;
    private final Rules rules;
    private final AuditTrail audit;
    private final ProgramClock clock;

    ProposeRule(Once once, Rules rules, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** A version as it was typed. */
    public record Draft(
            @Nullable String from,
            @Nullable String kind,
            @Nullable String condition,
            @Nullable String atLeast,
            @Nullable String severity,
            @Nullable String wordsZh,
            @Nullable String wordsEn,
            @Nullable String note,
            @Nullable Boolean ends) {}

    public record Proposed(String id, String rule) {}

    private record Asked(String rule, Draft draft) {}

    public static boolean mayEdit(StaffMember actor) {
        return actor.has(Role.ADMIN) || actor.has(Role.APPROVER);
    }

    /**
     * @return refused {@code role}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Proposed>> propose(StaffMember actor, IdempotencyKey key, String code, Draft draft) {
        if (!mayEdit(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        RuleVersion version = read(actor, code, draft);
        return once.run(actor, key, "propose-rule", new Asked(code, draft), Proposed.class, () -> rules.begin(code)
                .then(rules.propose(version))
                .then(audit.record(
                        actor,
                        "crosscheck-rule-proposed",
                        version.id().toString(),
                        Map.of("rule", code, "from", version.from().toString())))
                .thenReturn(Outcome.done(new Proposed(version.id().toString(), code))));
    }

    private RuleVersion read(StaffMember actor, String code, Draft draft) {
        FieldErrors errors = new FieldErrors();
        errors.require(CODE.matcher(code).matches(), "code", "input.crosscheck.code");
        Optional<LocalDate> from = day(draft.from());
        errors.require(from.filter(day -> day.isAfter(clock.today())).isPresent(), "from", "input.crosscheck.from");
        Optional<ExtractKind> kind = ExtractKind.of(Objects.requireNonNullElse(draft.kind(), ""));
        errors.require(kind.isPresent(), "kind", "input.crosscheck.kind");
        Optional<Severity> severity = Arrays.stream(Severity.values())
                .filter(s -> s.name().equals(draft.severity()))
                .findAny();
        errors.require(severity.isPresent(), "severity", "input.crosscheck.severity");
        String text = Objects.requireNonNullElse(draft.condition(), "");
        errors.require(text.length() <= CONDITION_CHARACTERS, "condition", "input.too-long", CONDITION_CHARACTERS);
        Optional<Condition> condition = kind.map(known -> ConditionText.read(text, known, errors));
        int atLeast = rows(draft.atLeast());
        errors.require(atLeast >= 1 && atLeast <= MOST_ROWS, "atLeast", "input.crosscheck.at-least", MOST_ROWS);
        Typed.line(errors, draft.wordsZh(), "wordsZh", WORDS_CHARACTERS);
        Typed.line(errors, draft.wordsEn(), "wordsEn", WORDS_CHARACTERS);
        Typed.line(errors, draft.note(), "note", WORDS_CHARACTERS);
        errors.throwIfAny();
        return new RuleVersion(
                UUID.randomUUID(),
                code,
                from.orElseThrow(),
                kind.orElseThrow(),
                condition.orElseThrow(),
                atLeast,
                severity.orElseThrow(),
                new RuleVersion.Words(
                        String.valueOf(Typed.orNull(draft.wordsZh())), String.valueOf(Typed.orNull(draft.wordsEn()))),
                String.valueOf(Typed.orNull(draft.note())),
                !Boolean.TRUE.equals(draft.ends()),
                RuleVersion.State.PROPOSED,
                actor.username(),
                clock.instant(),
                null);
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static int rows(@Nullable String typed) {
        String plain = typed == null || typed.isBlank() ? "1" : typed.strip();
        return plain.matches("[0-9]{1,2}") ? Integer.parseInt(plain) : 0;
    }
}
