package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Page;
import org.yici.disbursement.letter.DeliverLetter;
import org.yici.disbursement.letter.FileAppeal;
import org.yici.disbursement.letter.Letters;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** A household's letter, on paper; and what is written down of it on the case's page: that it came, and that it is appealed. */
@Controller
final class LetterPages {

    private static final String CASE = "/staff/applications/{id}";

    private final CaseSteps steps;
    private final Letters letters;
    private final DeliverLetter deliverLetter;
    private final FileAppeal fileAppeal;

    LetterPages(CaseSteps steps, Letters letters, DeliverLetter deliverLetter, FileAppeal fileAppeal) {
        this.steps = steps;
        this.letters = letters;
        this.deliverLetter = deliverLetter;
        this.fileAppeal = fileAppeal;
    }

    @GetMapping(CASE + "/letter")
    Mono<Rendering> letter(StaffMember reader, @PathVariable String id) {
        return letters.of(id, reader).map(RefusedException::orProblem).map(letter -> Page.view("disbursement/letter")
                .with("here", "work")
                .with("letter", letter)
                .build());
    }

    @PostMapping(CASE + "/letter/deliveries")
    Mono<Rendering> deliver(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> deliverLetter.deliver(
                        actor, key, id, new DeliverLetter.Handed(field(form, "way"), field(form, "day"))));
    }

    @PostMapping(CASE + "/appeal")
    Mono<Rendering> appeal(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> fileAppeal.file(actor, key, id, new FileAppeal.Why(field(form, "reason"))),
                filed -> CaseSteps.address(filed.id()));
    }
}
