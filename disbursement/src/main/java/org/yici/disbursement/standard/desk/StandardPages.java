package org.yici.disbursement.standard.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
import org.yici.disbursement.household.Category;
import org.yici.disbursement.standard.Paper;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Standards;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** The standards for staff: what holds today, what held before, and the form for what shall hold, with what it would change. */
@Controller
final class StandardPages {

    private static final String ONE = "/staff/standards/{code}";

    private final Standards standards;
    private final StandardViews views;
    private final ProposeStandard propose;
    private final DecideStandard decide;
    private final FormAnswers answers;
    private final ProgramClock clock;

    StandardPages(
            Standards standards,
            StandardViews views,
            ProposeStandard propose,
            DecideStandard decide,
            FormAnswers answers,
            ProgramClock clock) {
        this.standards = standards;
        this.views = views;
        this.propose = propose;
        this.decide = decide;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/staff/standards")
    Mono<Rendering> list(StaffMember reader) {
        return standards
                .all()
                .map(standard -> StandardViews.line(standard, clock.today()))
                .collectList()
                .map(lines -> Page.view("disbursement/standards")
                        .with("here", "standards")
                        .with("tab", "standards")
                        .with(
                                "programmes",
                                lines.stream()
                                        .filter(StandardViews.Line::isProgramme)
                                        .toList())
                        .with(
                                "standing",
                                lines.stream()
                                        .filter(line -> !line.isProgramme())
                                        .toList())
                        .build());
    }

    @GetMapping(ONE)
    Mono<Rendering> one(StaffMember reader, @PathVariable String code) {
        return show(reader, code, new Shown(Map.of(), List.of(), List.of(), null, null, HttpStatus.OK));
    }

    /** Shows what a draft would change, or proposes it: the button says which. */
    @PostMapping(ONE)
    Mono<Rendering> edit(StaffMember actor, @PathVariable String code, ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData().flatMap(form -> {
            Draft draft = draft(form);
            return "propose".equals(form.getFirst("step"))
                    ? answers.after(
                            Mono.defer(() -> propose.propose(
                                    actor, IdempotencyKey.of(form.getFirst("idempotencyKey")), code, draft)),
                            locale,
                            done -> "/staff/standards/" + code,
                            (problem, status) -> show(actor, code, typed(form, null, problem, status)))
                    : preview(actor, code, form, draft, locale);
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
                        Mono.defer(() -> {
                            IdempotencyKey key = IdempotencyKey.of(form.getFirst("idempotencyKey"));
                            return "APPROVE".equals(form.getFirst("decision"))
                                    ? decide.approve(actor, key, code, id)
                                    : decide.withdraw(actor, key, code, id);
                        }),
                        locale,
                        done -> "/staff/standards/" + code,
                        (problem, status) ->
                                show(actor, code, new Shown(Map.of(), List.of(), List.of(), null, problem, status))));
    }

    private Mono<Rendering> preview(
            StaffMember actor, String code, MultiValueMap<String, String> form, Draft draft, Locale locale) {
        if (!ProposeStandard.mayEdit(actor)) {
            return Mono.error(new RefusedException(Refusal.because(StaffReason.ROLE)));
        }
        return found(code)
                .flatMap(standard -> Mono.fromCallable(() -> propose.read(actor, standard, draft))
                        .flatMap(version -> views.proposal(standard, version)))
                .flatMap(view -> show(actor, code, typed(form, view, null, HttpStatus.OK)))
                .onErrorResume(FormAnswers::isNo, no -> {
                    Problem problem = answers.problem(no, locale);
                    return show(actor, code, typed(form, null, problem, HttpStatus.valueOf(problem.status())));
                });
    }

    /** What the page shows beside the standard. */
    private record Shown(
            Map<String, String> typed,
            List<String> categories,
            List<String> records,
            StandardViews.@Nullable Proposal preview,
            @Nullable Problem problem,
            HttpStatus status) {}

    private static Shown typed(
            MultiValueMap<String, String> form,
            StandardViews.@Nullable Proposal preview,
            @Nullable Problem problem,
            HttpStatus status) {
        return new Shown(
                form.toSingleValueMap(),
                form.getOrDefault("categories", List.of()),
                form.getOrDefault("records", List.of()),
                preview,
                problem,
                status);
    }

    private Mono<Standard> found(String code) {
        return standards
                .find(code)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }

    private Mono<Rendering> show(StaffMember reader, String code, Shown shown) {
        return found(code).flatMap(standard -> views.of(standard, reader).map(view -> {
            boolean fresh = shown.typed().isEmpty();
            Map<String, String> start = fresh ? StandardViews.start(standard, clock.today()) : shown.typed();
            List<String> categories = fresh ? StandardViews.categories(standard, clock.today()) : shown.categories();
            return Page.view("disbursement/standard")
                    .with("here", "standards")
                    .with("view", view)
                    .with("formulas", DraftReading.formulas(standard))
                    .with("allCategories", Category.values())
                    .with("categories", categories)
                    .with("allRecords", Paper.RECORDS)
                    .with("records", fresh ? StandardViews.records(standard, clock.today()) : shown.records())
                    .with("typed", new TreeMap<>(start))
                    .with("preview", shown.preview())
                    .with("open", !fresh)
                    .with("mayEdit", ProposeStandard.mayEdit(reader))
                    .with("back", FormBack.of(start, shown.problem()))
                    .with("formKey", FormAnswers.freshKey())
                    .status(shown.status())
                    .build();
        }));
    }

    /** Papers in the county's words, one a line, and the records that are chosen. */
    private static List<String> papers(MultiValueMap<String, String> form) {
        List<String> papers = new ArrayList<>(List.of(field(form, "evidence")));
        papers.addAll(form.getOrDefault("records", List.of()));
        return papers;
    }

    private static Draft draft(MultiValueMap<String, String> form) {
        return new Draft(
                field(form, "from"),
                field(form, "until"),
                field(form, "formula"),
                field(form, "amount"),
                field(form, "per"),
                field(form, "percent"),
                field(form, "floor"),
                field(form, "ceiling"),
                field(form, "cap"),
                field(form, "perYear"),
                field(form, "lifetime"),
                field(form, "payFirst"),
                field(form, "noticeWithin"),
                form.getOrDefault("categories", List.of()),
                String.join("\n", papers(form)),
                field(form, "funds"),
                field(form, "note"),
                field(form, "rounding"),
                field(form, "onDeath"));
    }
}
