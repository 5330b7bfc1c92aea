package org.yici.disbursement.desk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Columns;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.household.CardsToConfirm;
import org.yici.disbursement.household.CategoryHistory;
import org.yici.disbursement.household.Consents;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Household.Leaving;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.household.MemberLeaves;
import org.yici.disbursement.household.question.Questions;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** The register for people: lists and pages show masked numbers; seeing them in plain is an act that the trail keeps. */
@Controller
final class HouseholdPages {

    private static final int LINES = 50;

    private final Households households;
    private final CategoryHistory categories;
    private final Consents consents;
    private final HouseholdHistories histories;
    private final CardsToConfirm cardsToConfirm;
    private final Questions questions;
    private final MemberLeaves memberLeaves;
    private final Applications applications;
    private final FormAnswers answers;
    private final AuditTrail audit;
    private final ProgramClock clock;

    HouseholdPages(
            Households households,
            CategoryHistory categories,
            Consents consents,
            HouseholdHistories histories,
            CardsToConfirm cardsToConfirm,
            Questions questions,
            MemberLeaves memberLeaves,
            Applications applications,
            FormAnswers answers,
            AuditTrail audit,
            ProgramClock clock) {
        this.households = households;
        this.categories = categories;
        this.consents = consents;
        this.histories = histories;
        this.cardsToConfirm = cardsToConfirm;
        this.questions = questions;
        this.memberLeaves = memberLeaves;
        this.applications = applications;
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/staff/households")
    Mono<Rendering> list(StaffMember reader, @RequestParam(required = false) @Nullable String after) {
        UUID from = after == null ? null : Columns.parseId(after).orElse(null);
        return Mono.zip(households.newest(from, LINES + 1).collectList(), questions.waiting())
                .map(parts -> list(reader, parts.getT1(), parts.getT2()));
    }

    private static Rendering list(StaffMember reader, List<Household> found, long waiting) {
        boolean more = found.size() > LINES;
        List<Household> shown = more ? found.subList(0, LINES) : found;
        return Page.view("disbursement/households")
                .with("here", "households")
                .with("households", shown)
                .with("plainNames", Reader.mayReadNames(reader))
                .with("mayRegister", reader.has(Role.INTAKE))
                .with("waiting", waiting)
                .with("next", more ? shown.get(LINES - 1).id().toString() : null)
                .build();
    }

    @GetMapping("/staff/households/{id}")
    Mono<Rendering> one(StaffMember reader, @PathVariable String id) {
        return found(id).flatMap(household -> page(household, reader, false, null, HttpStatus.OK));
    }

    /** Not a GET: it leaves a trace. */
    @PostMapping("/staff/households/{id}/revelation")
    Mono<Rendering> reveal(StaffMember reader, @PathVariable String id) {
        if (!reader.has(Role.INTAKE)) {
            return Mono.error(new RefusedException(Refusal.because(StaffReason.ROLE)));
        }
        return found(id).flatMap(household -> audit.record(
                        reader, "household-revealed", household.id().toString(), Map.of("code", household.code()))
                .then(page(household, reader, true, null, HttpStatus.OK)));
    }

    /** Somebody moved away, died, or was never right here. */
    @PostMapping("/staff/households/{id}/members/{member}/leaving")
    Mono<Rendering> leave(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String member,
            ServerWebExchange exchange,
            Locale locale) {
        return Mono.zip(found(id), exchange.getFormData())
                .flatMap(parts -> answers.after(
                        Mono.defer(() -> leave(
                                actor,
                                member,
                                FormAnswers.field(parts.getT2(), "why"),
                                FormAnswers.field(parts.getT2(), "on"))),
                        locale,
                        done -> "/staff/households/" + done,
                        (problem, status) -> page(parts.getT1(), actor, false, problem, status)));
    }

    private Mono<Outcome<HouseholdId>> leave(StaffMember actor, String member, String why, String on) {
        Leaving.Why reason = Arrays.stream(Leaving.Why.values())
                .filter(known -> known.name().equals(why))
                .findAny()
                .orElseThrow(() -> InvalidInput.of("why", "input.household.leaving"));
        LocalDate day = LeavingDay.read(on, clock.today());
        return Columns.parseId(member)
                .map(known -> memberLeaves.leave(actor, new MemberId(known), reason, day))
                .orElseGet(() -> Mono.just(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private Mono<Household> found(String id) {
        return households
                .find(id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }

    private Mono<Rendering> page(
            Household household, StaffMember reader, boolean revealed, @Nullable Problem problem, HttpStatus status) {
        return Mono.zip(
                        applications.ofHousehold(household.id()).collectList(),
                        categories.of(household.id()).collectList(),
                        consents.of(household.id()).collectList(),
                        histories.of(household, reader),
                        cardsToConfirm.of(reader))
                .map(parts -> Page.view("disbursement/household")
                        .with("here", "households")
                        .with("household", household)
                        .with("cases", parts.getT1())
                        .with("spells", parts.getT2())
                        .with("consents", parts.getT3())
                        .with("changes", parts.getT4())
                        .with("revealed", revealed)
                        .with("cardHidden", parts.getT5().contains(household.id()))
                        .with("plainNames", Reader.mayReadNames(reader))
                        .with("mayApply", reader.has(Role.INTAKE))
                        .with("leavings", Leaving.Why.values())
                        .with("back", FormBack.above(problem))
                        .with("today", clock.today())
                        .status(status)
                        .build());
    }
}
