package org.yici.disbursement.followup;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** When people are visited, by programs: every plan with the moment from which it holds for what is awarded. */
@RestController
final class VisitPlanApi {

    private final VisitPlan plan;

    VisitPlanApi(VisitPlan plan) {
        this.plan = plan;
    }

    record Line(String kind, int number, int days, boolean termEnd, Instant since) {

        static Line of(VisitPlan.Dated dated) {
            VisitPlan.Planned planned = dated.plan();
            return new Line(planned.kind(), planned.number(), planned.days(), planned.termEnd(), dated.since());
        }
    }

    record Lines(List<Line> items) {}

    @GetMapping("/api/v1/programmes/visit-plan")
    Mono<Lines> list(StaffMember reader) {
        return plan.history().map(Line::of).collectList().map(Lines::new);
    }
}
