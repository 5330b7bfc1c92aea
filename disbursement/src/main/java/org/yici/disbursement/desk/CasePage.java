package org.yici.disbursement.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.NextSteps.Offer;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.Problems;
import reactor.core.publisher.Mono;

/** One case on one page: who, what they ask, the rules, the story, and what may be done next. */
@Controller
class CasePage {

    private final Cases cases;
    private final Problems problems;
    private final MessageSource messages;

    CasePage(Cases cases, Problems problems, MessageSource messages) {
        this.cases = cases;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/staff/applications/{id}")
    Mono<Rendering> show(StaffMember reader, @PathVariable String id, Locale locale) {
        return show(reader, id, locale, FormBack.fresh(), HttpStatus.OK);
    }

    /** The page again after a step that was refused, with what was typed. */
    Mono<Rendering> show(StaffMember reader, String id, Locale locale, FormBack back, HttpStatus status) {
        return cases.of(id, reader).map(view -> Page.view("disbursement/case")
                .with("here", "work")
                .with("view", view)
                .with("closed", closed(view, locale))
                .with("back", back)
                .with("formKey", FormAnswers.freshKey())
                .status(status)
                .build());
    }

    /** That somebody has not the duty says little: who has it does. */
    private String why(Action action, Refusal refusal, Locale locale) {
        String detail = problems.of(refusal, locale).detail();
        return refusal.reason() == StaffReason.ROLE
                ? Objects.requireNonNull(messages.getMessage("case.by." + action.duty(), null, detail, locale))
                : detail;
    }

    /** Steps that are not open to the reader, put together by their reason, in its words. */
    private List<CaseView.Closed> closed(CaseView view, Locale locale) {
        Map<String, List<Action>> byReason = new LinkedHashMap<>();
        for (Offer offer : view.offers()) {
            offer.obstacle().ifPresent(refusal -> byReason.computeIfAbsent(
                            why(offer.action(), refusal, locale), any -> new ArrayList<>())
                    .add(offer.action()));
        }
        return byReason.entrySet().stream()
                .map(entry -> new CaseView.Closed(entry.getValue(), entry.getKey()))
                .toList();
    }
}
