package org.yici.disbursement.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.yici.disbursement.Page;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** The first page after signing in: what waits for you. */
@Controller
final class DeskPages {

    private static final int WORDS = 40;

    private final WorkList workList;
    private final PaidFirstList paidFirst;

    DeskPages(WorkList workList, PaidFirstList paidFirst) {
        this.workList = workList;
        this.paidFirst = paidFirst;
    }

    @GetMapping("/staff")
    Mono<Rendering> desk(
            StaffMember member,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(defaultValue = "") String q) {
        Waiting.Lists shown = Waiting.Lists.of(list);
        String words = q.length() > WORDS ? q.substring(0, WORDS) : q;
        return Mono.zip(
                        workList.of(member, shown, words),
                        workList.count(member, Waiting.Lists.MINE),
                        workList.count(member, Waiting.Lists.NOTICE),
                        workList.count(member, Waiting.Lists.OTHERS),
                        paidFirst.of(member))
                .map(found -> Page.view("disbursement/desk")
                        .with("here", "work")
                        .with("shown", shown.word())
                        .with("words", words)
                        .with("lines", found.getT1())
                        .with("mine", found.getT2())
                        .with("onNotice", found.getT3())
                        .with("others", found.getT4())
                        .with("paidFirst", found.getT5())
                        .with("mayRegister", member.has(Role.INTAKE))
                        .build());
    }
}
