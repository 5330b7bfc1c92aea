package org.yici.disbursement.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.NextSteps.Offer;
import org.yici.disbursement.application.NoticeAfterwards;
import org.yici.disbursement.application.Step;
import org.yici.disbursement.application.Terms;
import org.yici.disbursement.application.Transitions;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.notice.Objection;
import org.yici.disbursement.standard.Formula;
import org.yici.disbursement.standard.PayFirst;
import org.yici.disbursement.standard.Version;
import org.yici.platform.staff.StaffMember;

/** Everything that the page of one case shows, for the person who looks. Public methods are for the template. */
record CaseView(
        Application application,
        Household household,
        Household.Member member,
        Terms terms,
        List<Offer> offers,
        List<Objection> objections,
        Map<String, String> names,
        CaseDecision decision,
        CasePapers papers,
        CaseCrossCheck crossCheck,
        CaseCard card,
        FollowUpView followUp,
        StaffMember reader) {

    /** How a rule stands; {@code word} is its class on the page, {@code sign} is seen and the message is heard. */
    enum Mark {
        MET("met", "✓"),
        UNMET("unmet", "✗"),
        /** Its time has not come yet. */
        WAITING("waiting", "○");

        private final String word;
        private final String sign;

        Mark(String word, String sign) {
            this.word = word;
            this.sign = sign;
        }

        public String word() {
            return word;
        }

        public String sign() {
            return sign;
        }

        public String messageKey() {
            return "case." + word;
        }
    }

    /** A rule as a sentence: how it stands, its words, and what they are about. */
    record Rule(Mark mark, String messageKey, List<Object> arguments) {
        static Rule of(boolean met, String messageKey, Object... arguments) {
            return new Rule(met ? Mark.MET : Mark.UNMET, messageKey, List.of(arguments));
        }

        /** Says what is the case, and not what should be: a cross beside “no objection is open” would be read twice. */
        static Rule either(boolean met, String messageKey, String unmetKey, Object... arguments) {
            return of(met, met ? messageKey : unmetKey, arguments);
        }

        static Rule waiting(String messageKey, Object... arguments) {
            return new Rule(Mark.WAITING, messageKey, List.of(arguments));
        }
    }

    /** A line of the story; {@code who} is a name, or null where {@code whoKey} says it. */
    record Told(
            Instant at,
            @Nullable String who,
            String whoKey,
            String messageKey,
            @Nullable String amount,
            @Nullable String note) {}

    /** Steps that are closed for one and the same reason. */
    record Closed(List<Action> actions, String problem) {}

    /** Reads in plain what people said and what was noted. */
    public boolean handles() {
        return Reader.mayReadNames(reader);
    }

    /** Whoever objected was promised that only those who look into it see how to reach them. */
    public boolean mayReadContact(Objection objection) {
        return objection.isOpen() ? may("dismiss-objection") : reader.username().equals(objection.resolvedBy());
    }

    public String name() {
        return Reader.mayReadNames(reader) ? member.name() : member.maskedName();
    }

    public String cardHolder() {
        Household.Member holder = household.card().holder();
        return Reader.mayReadNames(reader) ? holder.name() : holder.maskedName();
    }

    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(Rule.of(true, "case.rule.registered", household.code()));
        rules.add(Rule.either(
                application.consented(), "case.rule.consent", "case.rule.consent.not", household.registeredAt()));
        rules.add(Rule.of(true, "case.rule.card", cardHolder()));
        rules.add(Rule.either(
                terms.amount().compareTo(terms.programme().cap()) <= 0,
                "case.rule.cap",
                "case.rule.cap.not",
                terms.programme().cap().yuan()));
        standardRules().forEach(rules::add);
        rules.addAll(FileRules.of(application, terms));
        papers.outvoted().ifPresent(votes -> rules.add(Rule.of(false, "case.rule.outvoted", votes)));
        if (application.award() == null) {
            boolean enough = terms.amount().compareTo(terms.available()) <= 0;
            rules.add(Rule.either(
                    enough,
                    "case.rule.funds",
                    "case.rule.funds.not",
                    terms.available().yuan()));
        }
        noticeRule().ifPresent(rules::add);
        rules.add(Rule.either(
                objections.stream().noneMatch(Objection::isOpen),
                "case.rule.objections",
                "case.rule.objections.not",
                objections.size()));
        return rules;
    }

    /** How it stands by the standard of today; a case that is decided was judged by its own. */
    private Stream<Rule> standardRules() {
        if (application.award() != null) {
            return Stream.empty();
        }
        return terms.programme().standard().stream().flatMap(version -> Stream.of(
                        Optional.of(Rule.either(
                                version.isEligible(terms.facts().categories()),
                                version.categories().isEmpty() ? "case.rule.category-any" : "case.rule.category",
                                "case.rule.category.not")),
                        Optional.of(version.formula())
                                .filter(Formula::worksOut)
                                .map(formula -> Rule.of(
                                        true,
                                        "case.rule.computed",
                                        terms.computed().yuan())),
                        version.limits()
                                .shortInYear(terms.computed(), terms.facts().givenThisYear())
                                .map(left -> Rule.of(false, "case.rule.year", left.yuan())),
                        version.limits()
                                .shortEver(terms.computed(), terms.facts().givenEver())
                                .map(left -> Rule.of(false, "case.rule.lifetime", left.yuan())))
                .flatMap(Optional::stream));
    }

    /** A notice that is not over is not a fault: its time comes, unless the case ended before. */
    private Optional<Rule> noticeRule() {
        if (application.isCutShort() && !application.isPaidFirst()) {
            return Optional.of(Rule.of(false, "case.rule.notice-cut-short"));
        }
        if (application.steps().stream().anyMatch(step -> step.action() == Action.END_NOTICE)) {
            return Optional.of(Rule.of(true, "case.rule.notice-over", application.lastNoticeDay()));
        }
        if (Transitions.open(application.state()).isEmpty() || application.isPaidFirst() || isWithinPayFirst()) {
            return Optional.empty();
        }
        return Optional.of(
                application.notice() == null
                        ? Rule.waiting("case.rule.notice-none")
                        : Rule.waiting("case.rule.notice-running", application.lastNoticeDay()));
    }

    private boolean isWithinPayFirst() {
        PayFirst rule = payFirst();
        return rule != null && terms.amount().compareTo(rule.cap()) <= 0;
    }

    /** What may be paid before the notice, while that can still be done; null where nothing may. */
    public @Nullable PayFirst payFirst() {
        return application.state() == ApplicationState.REVIEWED
                ? NoticeAfterwards.rule(terms).orElse(null)
                : null;
    }

    /** The papers that the standard of the day asks for. */
    public List<CasePapers.Asked> asked() {
        return terms.programme().standard().map(Version::evidence).orElse(List.of()).stream()
                .map(paper ->
                        new CasePapers.Asked(paper, application.file().there().contains(paper)))
                .toList();
    }

    public List<Told> story() {
        return Stream.concat(application.steps().stream().map(this::told), papers.story().stream())
                .sorted(Comparator.comparing(Told::at))
                .toList();
    }

    private Told told(Step step) {
        String actor = step.actor();
        return new Told(
                step.at(),
                actor == null ? null : names.getOrDefault(actor, actor),
                step.action() == Action.END_NOTICE ? "story.clock" : "story.public",
                "story." + step.action().word(),
                step.amount() == null ? null : step.amount().toString(),
                handles() ? step.note() : null);
    }

    /** What the case waits for and the reader may do. Taking it back is open nearly always and is nobody's turn. */
    public List<Action> turn() {
        return offers.stream()
                .filter(Offer::allowed)
                .map(Offer::action)
                .filter(action ->
                        action != Action.WITHDRAW && action != Action.RELEASE && action != Action.RETURN_PAYOUT)
                .toList();
    }

    /** The reader is to write down what a cross-check's findings come to, before anything else goes on. */
    public boolean findingsWait() {
        return crossCheck.mayAnswer() && crossCheck.waiting() > 0;
    }

    /** How its state is marked: {@code paid} and {@code stopped} are over or stand still. */
    public String mark() {
        return switch (application.state()) {
            case PAID, CONFIRMED -> "paid";
            case OBJECTED, REFUSED, WITHDRAWN -> "stopped";
            default -> "open";
        };
    }

    public boolean may(String action) {
        return offer(action).map(Offer::allowed).orElse(false);
    }

    public boolean mayAny(String... actions) {
        for (String action : actions) {
            if (may(action)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Offer> offer(String action) {
        return offers.stream().filter(o -> o.action().word().equals(action)).findAny();
    }
}
