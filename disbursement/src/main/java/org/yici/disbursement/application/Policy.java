package org.yici.disbursement.application;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.conflict.RelationReason;
import org.yici.disbursement.standard.Limits;
import org.yici.disbursement.standard.Paper;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Reason;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;

/** Every rule about who may take which step and when, in the order in which they are asked. Each answers with its reason. */
public enum Policy {
    /** Each step is the work of a role. */
    RIGHT_ROLE(attempt -> {
        StaffMember actor = attempt.actor();
        return unless(actor == null || attempt.action().duty().isOf(actor), StaffReason.ROLE);
    }),

    /** Who is related to the household takes no part in its grants (慈善法 §40, §59). */
    UNRELATED(attempt -> {
        StaffMember actor = attempt.actor();
        return unless(
                actor == null || !attempt.application().file().related().contains(actor.username()),
                RelationReason.RELATED);
    }),

    /** Review, approval and payout are by three different people, none of them its intake. */
    DIFFERENT_PEOPLE(attempt -> {
        StaffMember actor = attempt.actor();
        return unless(
                actor == null
                        || !attempt.application()
                                .hasOtherPart(actor.username(), attempt.action().duty()),
                StaffReason.SAME_PERSON);
    }),

    /** Who judged a case that was refused does not judge its appeal. */
    OTHER_PEOPLE_ON_APPEAL(attempt -> {
        StaffMember actor = attempt.actor();
        Application.Appeal appeal = attempt.application().appeal();
        return unless(
                actor == null
                        || appeal == null
                        || !attempt.action().duty().decides()
                        || appeal.deciders().stream().noneMatch(actor::is),
                GrantReason.APPEAL_SAME_PERSON);
    }),

    /**
     * Nobody decides while the public may still object (慈善信息公开; the county's own seven days), nor grants on a notice that
     * did not hang all its days.
     */
    NOTICE_OVER(attempt -> {
        Application application = attempt.application();
        if (attempt.action() == Action.APPROVE && application.isCutShort()) {
            return Optional.of(Refusal.because(GrantReason.NOTICE_CUT_SHORT));
        }
        boolean running = application.state() == ApplicationState.ON_NOTICE;
        return isDecision(attempt.action()) && running
                ? Optional.of(Refusal.because(GrantReason.NOTICE_RUNNING, application.lastNoticeDay()))
                : Optional.empty();
    }),

    /** An objection stops the grant until it is resolved. */
    NO_OPEN_OBJECTION(attempt -> unless(!isStopped(attempt), GrantReason.OBJECTION_OPEN)),

    /** What was paid first, came back from the bank, and was found wrong meanwhile is not sent again. */
    NO_OBJECTION_UPHELD(attempt -> {
        Application.Notice notice = attempt.application().notice();
        return unless(
                attempt.action() != Action.SEND_PAYOUT || notice == null || !notice.upheld(),
                GrantReason.OBJECTION_UPHELD);
    }),

    /** {@link Transitions} knows the step from here, and the notice of a grant that was paid first comes afterwards. */
    STEP_OPEN(attempt -> unless(
            Transitions.next(attempt.application().state(), attempt.action()).isPresent()
                    && NoticeAfterwards.isOpen(attempt),
            GrantReason.STEP_NOT_OPEN,
            attempt.application().state())),

    /** Whoever took the consent back is put on no notice, granted and paid nothing; a case can still be refused or withdrawn. */
    CONSENT_STANDS(attempt ->
            unless(attempt.application().consented() || !goesOn(attempt.action()), GrantReason.CONSENT_WITHDRAWN)),

    /** What somebody did who turned out to be related carries no decision and no payment: {@link Application#wasActedOnByRelated}. */
    NOBODY_RELATED_ACTED(attempt -> unless(
            !isForIt(attempt.action()) && attempt.action() != Action.SEND_PAYOUT
                    || !attempt.application().wasActedOnByRelated(),
            GrantReason.RELATED_ACTED)),

    /** The papers that the standard of the day asks for are there. */
    EVIDENCE_COMPLETE(attempt -> {
        List<String> missing = attempt.application().file().missing();
        return !isForIt(attempt.action()) || missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.because(GrantReason.EVIDENCE_MISSING, Paper.list(missing)));
    }),

    /** Nothing is granted on a day on which no standard of the programme is in force. */
    STANDARD_IN_FORCE(attempt -> unless(
            attempt.terms() == null || attempt.terms().programme().standard().isPresent(), GrantReason.NO_STANDARD)),

    /** The programme is for some categories of household. */
    CATEGORY_ELIGIBLE(attempt -> {
        @Nullable Terms terms = attempt.terms();
        return terms == null
                ? Optional.empty()
                : unless(
                        terms.programme()
                                .standard()
                                .map(version -> version.isEligible(terms.facts().categories()))
                                .orElse(true),
                        GrantReason.CATEGORY_NOT_ELIGIBLE);
    }),

    /** A standard may come to nothing: a bill below the floor is no grant. */
    SOMETHING_COMES(attempt ->
            unless(attempt.terms() == null || attempt.terms().amount().isPositive(), GrantReason.NOTHING_COMES)),

    /** A donor's gift does not help the donor's own family: such a fund is left out, and some other has to be there. */
    DONOR_UNRELATED(attempt -> unless(
            attempt.terms() == null || !attempt.terms().programme().allFundsLeftOut(), GrantReason.DONOR_RELATED)),

    /** A fund cannot spend what it does not have. */
    FUNDS_REACH(attempt -> ofTerms(
            attempt,
            terms -> terms.amount().compareTo(terms.available()) <= 0,
            GrantReason.FUND_SHORT,
            Terms::available)),

    /** Nobody is given more than was asked for. */
    WITHIN_APPLIED(attempt -> ofTerms(
            attempt,
            terms -> terms.amount().compareTo(attempt.application().amount()) <= 0,
            GrantReason.OVER_APPLIED,
            terms -> attempt.application().amount())),

    /** The programme has its cap. */
    WITHIN_CAP(attempt -> ofTerms(
            attempt,
            terms -> terms.amount().compareTo(terms.programme().cap()) <= 0,
            GrantReason.OVER_CAP,
            terms -> terms.programme().cap())),

    /** Before its notice, urgent hardship is paid up to a cap of its own. */
    WITHIN_PAY_FIRST(NoticeAfterwards::overCap),

    /** A cap of each grant would be split: one is paid first at a time. */
    ONE_PAID_FIRST(NoticeAfterwards::another),

    /** To one person, not more than the year's limit. */
    WITHIN_YEAR(attempt -> Optional.ofNullable(attempt.terms())
            .flatMap(terms -> limit(terms, GrantReason.OVER_YEAR_LIMIT, Policy::leftInYear))),

    /** To one person, not more than the limit of a lifetime. */
    WITHIN_LIFETIME(attempt -> Optional.ofNullable(attempt.terms())
            .flatMap(terms -> limit(terms, GrantReason.OVER_LIFETIME_LIMIT, Policy::leftEver)));

    private final Function<Attempt, Optional<Refusal>> rule;

    Policy(Function<Attempt, Optional<Refusal>> rule) {
        this.rule = rule;
    }

    /** Why the attempt breaks this rule, or nothing. */
    public Optional<Refusal> against(Attempt attempt) {
        return rule.apply(attempt);
    }

    /** The first limit of a person that these terms break. */
    static Optional<Refusal> limits(Terms terms) {
        return limit(terms, GrantReason.OVER_YEAR_LIMIT, Policy::leftInYear)
                .or(() -> limit(terms, GrantReason.OVER_LIFETIME_LIMIT, Policy::leftEver));
    }

    /** The rule as a sentence. */
    public String messageKey() {
        return "application.rule." + name();
    }

    private static boolean goesOn(Action action) {
        return switch (action) {
            case RESUBMIT, PASS, POST_NOTICE, APPROVE, SEND_PAYOUT -> true;
            default -> false;
        };
    }

    private static boolean isForIt(Action action) {
        return action == Action.PASS || action == Action.APPROVE;
    }

    private static boolean isDecision(Action action) {
        return action == Action.APPROVE || action == Action.DECLINE;
    }

    private static boolean isStopped(Attempt attempt) {
        Application application = attempt.application();
        Application.Notice notice = application.notice();
        boolean open = notice != null && notice.openObjections() > 0;
        return attempt.action() == Action.SEND_PAYOUT && open
                || isDecision(attempt.action()) && application.state() == ApplicationState.OBJECTED;
    }

    private static Optional<Refusal> unless(boolean met, Reason reason, Object... arguments) {
        return met ? Optional.empty() : Optional.of(Refusal.because(reason, arguments));
    }

    private static Optional<Refusal> limit(
            Terms terms, Reason reason, BiFunction<Limits, Terms, Optional<Money>> left) {
        return terms.programme()
                .standard()
                .flatMap(version -> left.apply(version.limits(), terms))
                .map(rest -> Refusal.because(reason, rest.yuan()));
    }

    private static Optional<Money> leftInYear(Limits limits, Terms terms) {
        return limits.shortInYear(terms.amount(), terms.facts().givenThisYear());
    }

    private static Optional<Money> leftEver(Limits limits, Terms terms) {
        return limits.shortEver(terms.amount(), terms.facts().givenEver());
    }

    private static Optional<Refusal> ofTerms(
            Attempt attempt, Function<Terms, Boolean> rule, Reason reason, Function<Terms, Money> limit) {
        @Nullable Terms terms = attempt.terms();
        return terms == null
                ? Optional.empty()
                : unless(rule.apply(terms), reason, limit.apply(terms).yuan());
    }
}
