package org.yici.disbursement.desk;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.yici.disbursement.Page;
import org.yici.disbursement.desk.bulk.Act;
import org.yici.disbursement.followup.DueVisits;
import org.yici.disbursement.notice.board.VillageBoards;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** The first page after signing in: what waits for you. */
@Controller
final class DeskPages {

    private static final int WORDS = 40;

    private final WorkList workList;
    private final PaidFirstList paidFirst;
    private final AlsoWaits alsoWaits;
    private final DueVisits dueVisits;
    private final ProgramClock clock;

    DeskPages(
            WorkList workList, PaidFirstList paidFirst, AlsoWaits alsoWaits, DueVisits dueVisits, ProgramClock clock) {
        this.workList = workList;
        this.paidFirst = paidFirst;
        this.alsoWaits = alsoWaits;
        this.dueVisits = dueVisits;
        this.clock = clock;
    }

    @GetMapping("/staff")
    Mono<Rendering> desk(
            StaffMember member,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(defaultValue = "") String q) {
        Waiting.Lists shown = Waiting.Lists.of(list);
        String words = q.length() > WORDS ? q.substring(0, WORDS) : q;
        Mono<List<WorkList.Line>> done =
                shown == Waiting.Lists.DONE ? workList.of(member, shown, "") : Mono.just(List.of());
        return Mono.zip(
                        workList.desk(member),
                        done,
                        dueVisits.count(clock.today()),
                        paidFirst.of(member),
                        alsoWaits.of(member))
                .map(found -> {
                    WorkList.Desk desk = found.getT1();
                    List<WorkList.Line> mine = desk.list(Waiting.Lists.MINE);
                    List<WorkList.Line> lines = shown == Waiting.Lists.DONE ? found.getT2() : desk.list(shown);
                    return Page.view("disbursement/desk")
                            .with("here", "work")
                            .with("shown", shown.word())
                            .with("words", words)
                            .with("lines", WorkList.matching(lines, words))
                            .with(
                                    "mine",
                                    mine.size()
                                            + found.getT4().size()
                                            + found.getT5().size())
                            .with("overdue", late(mine))
                            .with("together", together(mine, member))
                            .with("onNotice", desk.list(Waiting.Lists.NOTICE).size())
                            .with("others", desk.list(Waiting.Lists.OTHERS).size())
                            .with("late", desk.list(Waiting.Lists.LATE).size())
                            .with("visits", found.getT3())
                            .with("paidFirst", found.getT4())
                            .with("also", found.getT5())
                            .with("mayRegister", member.has(Role.INTAKE))
                            .with("mayOpenBoards", VillageBoards.mayOpen(member))
                            .build();
                });
    }

    private static long late(List<WorkList.Line> mine) {
        return mine.stream().filter(line -> line.late() > 0).count();
    }

    /** A step that two or more cases wait for can be taken together. */
    private static List<Together> together(List<WorkList.Line> mine, StaffMember member) {
        return Arrays.stream(Act.values())
                .filter(act -> act.isOf(member))
                .map(act -> new Together(
                        act,
                        mine.stream().filter(line -> line.state() == act.from()).count()))
                .filter(together -> together.cases() > 1)
                .toList();
    }

    record Together(Act act, long cases) {}
}
