package org.yici.disbursement.crosscheck.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.rule.DecideRule;
import org.yici.disbursement.crosscheck.rule.ProposeRule;
import org.yici.disbursement.crosscheck.rule.Rule;
import org.yici.disbursement.crosscheck.rule.RuleVersion;
import org.yici.disbursement.crosscheck.rule.RuleVersion.State;
import org.yici.disbursement.crosscheck.rule.Rules;
import org.yici.disbursement.crosscheck.rule.Severity;
import org.yici.disbursement.crosscheck.words.CheckWords;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problem;
import reactor.core.publisher.Mono;

/** The rules for people: what is asked today, what was asked before, and the form for what shall be. */
@Controller
final class RulePages {

    private static final String ONE = Addresses.RULES + "/{code}";
    private static final String NEW = "new";

    private final Rules rules;
    private final ProposeRule propose;
    private final DecideRule decide;
    private final CheckWords words;
    private final StaffNames names;
    private final FormAnswers answers;
    private final ProgramClock clock;

    RulePages(
            Rules rules,
            ProposeRule propose,
            DecideRule decide,
            CheckWords words,
            StaffNames names,
            FormAnswers answers,
            ProgramClock clock) {
        this.rules = rules;
        this.propose = propose;
        this.decide = decide;
        this.words = words;
        this.names = names;
        this.answers = answers;
        this.clock = clock;
    }

    /** A rule in the list. */
    record Line(String code, String says, RuleVersion version, String asks, boolean asked, int proposed) {}

    /** A version in a rule's history; {@code mark} is its class on the page. */
    record Told(RuleVersion version, String says, String asks, String messageKey, String mark, boolean mayApprove) {}

    @GetMapping(Addresses.RULES)
    Mono<Rendering> list(StaffMember reader, Locale locale) {
        Addresses.requireReader(reader);
        return rules.all().map(rule -> line(rule, locale)).collectList().map(lines -> Page.view(
                        "disbursement/crosscheck-rules")
                .with("here", "crosschecks")
                .with("tab", "rules")
                .with("lines", lines)
                .with("mayEdit", ProposeRule.mayEdit(reader))
                .build());
    }

    private Line line(Rule rule, Locale locale) {
        LocalDate today = clock.today();
        RuleVersion face = rule.face(today);
        return new Line(
                rule.code(),
                face.words().in(Language.code(locale)),
                face,
                words.condition(face.condition(), locale),
                rule.on(today).isPresent(),
                rule.proposals().size());
    }

    @GetMapping(ONE)
    Mono<Rendering> one(StaffMember reader, @PathVariable String code, Locale locale) {
        Addresses.requireReader(reader);
        return show(reader, code, locale, Map.of(), null, HttpStatus.OK);
    }

    @PostMapping(ONE)
    Mono<Rendering> propose(StaffMember actor, @PathVariable String code, ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData().flatMap(form -> {
            String named = code.equals(NEW) ? field(form, "code").strip() : code;
            return answers.after(
                    Mono.defer(() -> propose.propose(
                            actor, IdempotencyKey.of(form.getFirst("idempotencyKey")), named, draft(form))),
                    locale,
                    done -> Addresses.RULES + "/" + named,
                    (problem, status) -> show(actor, code, locale, form.toSingleValueMap(), problem, status));
        });
    }

    @PostMapping(ONE + "/proposals/{id}")
    Mono<Rendering> decide(
            StaffMember actor,
            @PathVariable String code,
            @PathVariable String id,
            ServerWebExchange exchange,
            Locale locale) {
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> decide.decide(
                                actor,
                                IdempotencyKey.of(form.getFirst("idempotencyKey")),
                                code,
                                id,
                                "APPROVE".equals(form.getFirst("decision")) ? State.APPROVED : State.WITHDRAWN)),
                        locale,
                        done -> Addresses.RULES + "/" + code,
                        (problem, status) -> show(actor, code, locale, Map.of(), problem, status)));
    }

    private static ProposeRule.Draft draft(MultiValueMap<String, String> form) {
        return new ProposeRule.Draft(
                field(form, "from"),
                field(form, "kind"),
                field(form, "condition"),
                field(form, "atLeast"),
                field(form, "severity"),
                field(form, "wordsZh"),
                field(form, "wordsEn"),
                field(form, "note"),
                "true".equals(form.getFirst("ends")));
    }

    private Mono<Rendering> show(
            StaffMember reader,
            String code,
            Locale locale,
            Map<String, String> typed,
            @Nullable Problem problem,
            HttpStatus status) {
        return rules.find(code)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .filter(found -> found.isPresent() || code.equals(NEW))
                .switchIfEmpty(Mono.error(Addresses::notFound))
                .flatMap(found -> names.of(actors(found)).map(known -> Page.view("disbursement/crosscheck-rule")
                        .with("here", "crosschecks")
                        .with("tab", "rules")
                        .with("code", code)
                        .with("line", found.map(rule -> line(rule, locale)).orElse(null))
                        .with(
                                "history",
                                found.map(rule -> told(rule, reader, locale)).orElse(List.of()))
                        .with("names", known)
                        .with("kinds", ExtractKind.values())
                        .with("severities", Severity.values())
                        .with("typed", new TreeMap<>(typed.isEmpty() ? start(found, locale) : typed))
                        .with("back", FormBack.of(typed.isEmpty() ? start(found, locale) : typed, problem))
                        .with("open", !typed.isEmpty() || found.isEmpty())
                        .with("mayEdit", ProposeRule.mayEdit(reader))
                        .with("formKey", FormAnswers.freshKey())
                        .status(status)
                        .build()));
    }

    private static List<String> actors(Optional<Rule> rule) {
        return rule.stream()
                .flatMap(found -> found.versions().stream())
                .flatMap(version ->
                        Stream.of(Optional.of(version.proposedBy()), Optional.ofNullable(version.decidedBy())))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private List<Told> told(Rule rule, StaffMember reader, Locale locale) {
        LocalDate today = clock.today();
        Optional<RuleVersion> now = rule.on(today);
        List<Told> told = new ArrayList<>();
        rule.versions().stream()
                .sorted(Comparator.comparing(RuleVersion::from).reversed())
                .forEach(version -> told.add(told(version, now, today, reader, locale)));
        return told;
    }

    private Told told(
            RuleVersion version, Optional<RuleVersion> now, LocalDate today, StaffMember reader, Locale locale) {
        String word =
                switch (version.state()) {
                    case PROPOSED -> "proposed";
                    case WITHDRAWN -> "withdrawn";
                    case APPROVED ->
                        now.filter(version::equals).isPresent()
                                ? "now"
                                : version.from().isAfter(today) ? "ahead" : "past";
                };
        return new Told(
                version,
                version.words().in(Language.code(locale)),
                words.condition(version.condition(), locale),
                "crosscheck.version." + word,
                "now".equals(word) ? "paid" : "proposed".equals(word) || "ahead".equals(word) ? "open" : "done",
                ProposeRule.mayEdit(reader) && !reader.is(version.proposedBy()));
    }

    /** What the form begins with: the rule as it is, from tomorrow on. */
    private Map<String, String> start(Optional<Rule> rule, Locale locale) {
        Map<String, String> start = new TreeMap<>();
        start.put("from", clock.today().plusDays(1).toString());
        start.put("atLeast", "1");
        rule.map(found -> found.face(clock.today())).ifPresent(version -> {
            start.put("kind", version.kind().word());
            start.put("condition", words.written(version.condition(), version.kind(), locale));
            start.put("atLeast", Integer.toString(version.atLeast()));
            start.put("severity", version.severity().name());
            start.put("wordsZh", version.words().zh());
            start.put("wordsEn", version.words().en());
        });
        return start;
    }
}
