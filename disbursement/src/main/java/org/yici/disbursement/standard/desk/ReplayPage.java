package org.yici.disbursement.standard.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.yici.disbursement.Page;
import org.yici.disbursement.standard.desk.ReplayDecisions.Replayed;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Every decision judged again, for the auditor and anybody else of the house, and for their programs. */
@Controller
final class ReplayPage {

    private final ReplayDecisions replay;

    ReplayPage(ReplayDecisions replay) {
        this.replay = replay;
    }

    @GetMapping("/staff/replay")
    Mono<Rendering> page(StaffMember reader) {
        return replay.all().map(replayed -> Page.view("disbursement/replay")
                .with("here", "standards")
                .with("tab", "replay")
                .with("replayed", replayed)
                .build());
    }

    @GetMapping("/api/v1/programmes/replay")
    @ResponseBody
    Mono<Replayed> program(StaffMember reader) {
        return replay.all();
    }
}
