package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.Page;
import org.yici.disbursement.letter.DeliverLetter;
import org.yici.disbursement.letter.FileAppeal;
import org.yici.disbursement.letter.Letters;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** A household's letter, on paper; and what is written down of it on the case's page: that it came, and that it is appealed. */
@Controller
final class LetterPages {

    private static final String CASE = "/staff/applications/{id}";

    private final CasePage page;
    private final FormAnswers answers;
    private final Letters letters;
    private final DeliverLetter deliverLetter;
    private final FileAppeal fileAppeal;

    LetterPages(
            CasePage page, FormAnswers answers, Letters letters, DeliverLetter deliverLetter, FileAppeal fileAppeal) {
        this.page = page;
        this.answers = answers;
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
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> deliverLetter.deliver(
                                actor,
                                IdempotencyKey.of(form.getFirst("idempotencyKey")),
                                id,
                                new DeliverLetter.Handed(field(form, "way"), field(form, "day")))),
                        locale,
                        done -> "/staff/applications/" + id,
                        (problem, status) -> page.show(actor, id, locale, problem, status, form.toSingleValueMap())));
    }

    @PostMapping(CASE + "/appeal")
    Mono<Rendering> appeal(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> fileAppeal.file(
                                actor,
                                IdempotencyKey.of(form.getFirst("idempotencyKey")),
                                id,
                                new FileAppeal.Why(field(form, "reason")))),
                        locale,
                        filed -> "/staff/applications/" + filed.id(),
                        (problem, status) -> page.show(actor, id, locale, problem, status, form.toSingleValueMap())));
    }
}
