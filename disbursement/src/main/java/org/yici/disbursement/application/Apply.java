package org.yici.disbursement.application;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.conflict.Unrelated;
import org.yici.disbursement.household.Consents;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.programme.Programme;
import org.yici.disbursement.programme.Programmes;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.AidKind;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** Intake files an application for one member of a registered household. */
@Component
public final class Apply {

    /** About a page by hand. */
    public static final int REASON_CHARACTERS = 1_000;

    private static final int MONTHS = 12;

    private final Once once;
    private final Households households;
    private final Consents consents;
    private final Applications applications;
    private final NextSteps nextSteps;
    private final Programmes programmes;
    private final CaseFacts facts;
    private final Unrelated unrelated;
    private final AuditTrail audit;
    private final ProgramClock clock;

    Apply(
            Once once,
            Households households,
            Consents consents,
            Applications applications,
            NextSteps nextSteps,
            Programmes programmes,
            CaseFacts facts,
            Unrelated unrelated,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.households = households;
        this.consents = consents;
        this.applications = applications;
        this.nextSteps = nextSteps;
        this.programmes = programmes;
        this.facts = facts;
        this.unrelated = unrelated;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return refused {@code role} or {@code related}; {@code consent-withdrawn} where the household took its consent back
     * @throws InvalidInput naming every field that is wrong, an unknown household or member among them
     */
    public Mono<Outcome<Progress>> file(StaffMember actor, IdempotencyKey key, Request request) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        check(request);
        return once.run(actor, key, "apply", request, Progress.class, () -> household(request)
                .flatMap(household ->
                        unrelated.only(actor, household.id(), () -> put(request, actor.username(), Action.SUBMIT)
                                .flatMap(application -> record(actor, application)))));
    }

    /**
     * Files it inside the caller's transaction.
     *
     * @param request that {@link #check} has nothing against
     * @param intake who answers for its intake: the officer, or the one who gave the household its code
     * @throws InvalidInput in the Mono, where the household, the member or what the standard asks for is not there
     * @throws RefusedException {@code consent-withdrawn}, in the Mono
     */
    public Mono<Application> put(Request request, String intake, Action how) {
        AidKind kind = Objects.requireNonNull(kind(request.programme()));
        return programmes.of(kind).flatMap(programme -> household(request).flatMap(household -> {
            basisIsThere(programme, request);
            Application filed = filed(household, member(household, request.member()), kind, request);
            Step first = new Step(how, null, ApplicationState.SUBMITTED, intake, filed.since(), null, null);
            Application application = filed.beginningWith(first);
            return applications
                    .add(application, first)
                    .then(facts.keep(filed.id(), money(request.expense()), request.months()))
                    .thenReturn(application);
        }));
    }

    /** @throws InvalidInput naming every field that is wrong by itself */
    public static void check(Request request) {
        FieldErrors errors = new FieldErrors();
        check(request, errors);
        errors.throwIfAny();
    }

    /** The same beside what a form asks for itself. */
    public static void check(Request request, FieldErrors errors) {
        Money unusedAmount = Amount.read(request.amount(), "amount", errors);
        errors.require(kind(request.programme()) != null, "programme", "input.application.programme");
        Typed.text(errors, request.reason(), "reason", REASON_CHARACTERS);
        errors.require(Typed.orNull(request.household()) != null, "household", "input.required");
        errors.require(request.member() != null, "member", "input.required");
        if (request.expense() != null) {
            Money unusedExpense = Amount.read(request.expense(), "expense", errors);
        }
        errors.require(isMonths(request.months()), "months", "input.application.months");
    }

    private static @Nullable Money money(@Nullable Amount amount) {
        return amount == null ? null : Money.ofFen(Objects.requireNonNull(amount.value()));
    }

    private static boolean isMonths(@Nullable Integer months) {
        return months == null || months >= 1 && months <= MONTHS;
    }

    /** @throws InvalidInput naming what the programme's standard asks for and the request does not say */
    private static void basisIsThere(Programme programme, Request request) {
        FieldErrors errors = new FieldErrors();
        programme.standard().map(Version::formula).ifPresent(formula -> {
            errors.require(
                    !formula.needsExpense() || request.expense() != null, "expense", "input.application.expense");
            errors.require(!formula.needsMonths() || request.months() != null, "months", "input.application.months");
        });
        errors.throwIfAny();
    }

    private Mono<Household> household(Request request) {
        return households
                .find(Objects.requireNonNull(request.household()).strip())
                .switchIfEmpty(Mono.error(() -> InvalidInput.of("household", "input.application.household")))
                .flatMap(household -> consents.standing(household.id())
                        .any(Consents.Kind.REGISTER::equals)
                        .flatMap(agrees -> agrees
                                ? Mono.just(household)
                                : Mono.error(new RefusedException(Refusal.because(GrantReason.CONSENT_WITHDRAWN)))));
    }

    /**
     * The same request once more, inside the caller's transaction: an appeal. Its papers are its own.
     *
     * @param names says of which, once it is filed
     * @return refused {@code related}
     */
    public Mono<Outcome<Progress>> anew(
            StaffMember actor, Application refused, String reason, Function<ApplicationId, Mono<Void>> names) {
        return unrelated.only(actor, refused.household(), () -> again(actor, refused, reason, names));
    }

    private Mono<Outcome<Progress>> again(
            StaffMember actor, Application refused, String reason, Function<ApplicationId, Mono<Void>> names) {
        Application filed = filed(refused.household(), refused.member(), refused.kind(), refused.amount(), reason);
        Step first =
                new Step(Action.SUBMIT, null, ApplicationState.SUBMITTED, actor.username(), filed.since(), null, null);
        Application again = filed.beginningWith(first);
        return applications
                .add(again, first)
                .then(facts.copy(refused.id(), again.id()))
                .then(Mono.defer(() -> names.apply(again.id())))
                .then(Mono.defer(() -> record(actor, again)));
    }

    private Application filed(Household household, Household.Member member, AidKind kind, Request request) {
        return filed(
                household.id(),
                member.id(),
                kind,
                Objects.requireNonNull(money(request.amount())),
                Objects.requireNonNull(request.reason()).strip());
    }

    private Application filed(HouseholdId household, MemberId member, AidKind kind, Money amount, String reason) {
        return new Application(
                ApplicationId.fresh(),
                household,
                member,
                kind,
                amount,
                reason,
                ApplicationState.SUBMITTED,
                clock.instant(),
                null,
                null,
                null,
                true,
                List.of(),
                CaseFile.EMPTY);
    }

    private Mono<Outcome<Progress>> record(StaffMember actor, Application application) {
        return audit.record(
                        actor,
                        "application-submit",
                        application.id().toString(),
                        Map.of(
                                "kind",
                                application.kind().word(),
                                "amount",
                                application.amount().fen()))
                .then(nextSteps.of(application, actor))
                .map(offers -> Outcome.done(Progress.of(application, offers)));
    }

    private static @Nullable AidKind kind(@Nullable String word) {
        return Arrays.stream(AidKind.values())
                .filter(kind -> kind.word().equals(word))
                .findAny()
                .orElse(null);
    }

    /** @throws InvalidInput when none of the household's members is meant, or more than one */
    private static Household.Member member(Household household, @Nullable Object meant) {
        List<Household.Member> members = household.members();
        if (meant instanceof Integer place && place >= 0 && place < members.size()) {
            return members.get(place);
        }
        if (meant instanceof String words) {
            List<Household.Member> found = members.stream()
                    .filter(member -> means(words.strip(), member))
                    .toList();
            if (found.size() == 1) {
                return found.get(0);
            }
        }
        throw InvalidInput.of("member", "input.application.member");
    }

    private static boolean means(String words, Household.Member member) {
        return member.id().toString().equals(words)
                || member.name().equals(words)
                || IdentityNumber.fault(words).isEmpty() && member.identity().equals(IdentityNumber.of(words));
    }
}
