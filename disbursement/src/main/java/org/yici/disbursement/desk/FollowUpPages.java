package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.followup.DueVisits;
import org.yici.disbursement.followup.VisitPlan;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Who is to be visited, what is to be given back, and the plan of visits. */
@Controller
final class FollowUpPages {

    private static final String HOME = "/staff/followups";
    private static final int LINES = 100;
    private static final int DAYS_AHEAD = 30;

    private final DueVisits dueVisits;
    private final FollowUpLines lines;
    private final VisitPlan plan;
    private final FormAnswers answers;
    private final ProgramClock clock;

    FollowUpPages(DueVisits dueVisits, FollowUpLines lines, VisitPlan plan, FormAnswers answers, ProgramClock clock) {
        this.dueVisits = dueVisits;
        this.lines = lines;
        this.plan = plan;
        this.answers = answers;
        this.clock = clock;
    }

    /** @param after where the page before ended */
    @GetMapping(HOME)
    Mono<Rendering> due(
            StaffMember reader,
            @RequestParam(defaultValue = "") String township,
            @RequestParam(defaultValue = "") String after) {
        LocalDate today = clock.today();
        String only = township.isBlank() ? null : township;
        DueVisits.After from = DueVisits.After.parse(after).orElse(null);
        return Mono.zip(
                        dueVisits
                                .list(today.plusDays(DAYS_AHEAD), only, from, LINES + 1)
                                .collectList(),
                        dueVisits.townships(),
                        dueVisits.count(today),
                        lines.clawbacks(reader))
                .flatMap(found -> lines.of(shown(found.getT1()), reader, today)
                        .map(rows -> Page.view("disbursement/followups")
                                .with("here", "work")
                                .with("lines", rows)
                                .with("townships", found.getT2())
                                .with("township", township)
                                .with("due", found.getT3())
                                .with("clawbacks", found.getT4().size())
                                .with("next", next(found.getT1()))
                                .build()));
    }

    private static List<DueVisits.Due> shown(List<DueVisits.Due> found) {
        return found.size() > LINES ? found.subList(0, LINES) : found;
    }

    private static @Nullable String next(List<DueVisits.Due> found) {
        return found.size() > LINES ? found.get(LINES - 1).cursor() : null;
    }

    @GetMapping(HOME + "/clawbacks")
    Mono<Rendering> clawbacks(StaffMember reader) {
        return Mono.zip(lines.clawbacks(reader), dueVisits.count(clock.today()))
                .map(found -> Page.view("disbursement/clawbacks")
                        .with("here", "work")
                        .with("lines", found.getT1())
                        .with("due", found.getT2())
                        .with("clawbacks", found.getT1().size())
                        .build());
    }

    @GetMapping(HOME + "/plan")
    Mono<Rendering> plan(StaffMember reader) {
        return plan(reader, FormBack.fresh(), HttpStatus.OK);
    }

    @PostMapping(HOME + "/plan/{kind}/{number}")
    Mono<Rendering> change(
            StaffMember actor,
            @PathVariable String kind,
            @PathVariable int number,
            ServerWebExchange exchange,
            Locale locale) {
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> plan.change(actor, kind, number, field(form, "days"))),
                        locale,
                        done -> HOME + "/plan",
                        (problem, status) -> plan(
                                actor, new FormBack(kind + "-" + number, form.toSingleValueMap(), problem), status)));
    }

    private Mono<Rendering> plan(StaffMember reader, FormBack back, HttpStatus status) {
        return Mono.zip(plan.all().collectList(), dueVisits.count(clock.today()), lines.clawbacks(reader))
                .map(found -> Page.view("disbursement/visit-plan")
                        .with("here", "work")
                        .with("plan", found.getT1())
                        .with("due", found.getT2())
                        .with("clawbacks", found.getT3().size())
                        .with("mayChange", VisitPlan.mayChange(reader))
                        .with("back", back)
                        .status(status)
                        .build());
    }
}
