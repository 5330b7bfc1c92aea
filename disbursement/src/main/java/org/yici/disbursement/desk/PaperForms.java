package org.yici.disbursement.desk;

import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;
import static org.yici.disbursement.FormAnswers.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.evidence.AddEvidence;
import org.yici.disbursement.evidence.PaperForm;
import org.yici.disbursement.evidence.VoidEvidence;
import org.yici.disbursement.homevisit.RecordHomeVisit;
import org.yici.disbursement.review.RecordCommunityReview;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** The forms beside a case: papers, visits, what the neighbours said. The same use cases as the programs' interface. */
@Controller
final class PaperForms {

    private static final String CASE = "/staff/applications/{id}";

    private final CasePage page;
    private final CaseSteps steps;
    private final FormAnswers answers;
    private final AddEvidence addEvidence;
    private final VoidEvidence voidEvidence;
    private final RecordHomeVisit recordHomeVisit;
    private final RecordCommunityReview recordCommunityReview;

    PaperForms(
            CasePage page,
            CaseSteps steps,
            FormAnswers answers,
            AddEvidence addEvidence,
            VoidEvidence voidEvidence,
            RecordHomeVisit recordHomeVisit,
            RecordCommunityReview recordCommunityReview) {
        this.page = page;
        this.steps = steps;
        this.answers = answers;
        this.addEvidence = addEvidence;
        this.voidEvidence = voidEvidence;
        this.recordHomeVisit = recordHomeVisit;
        this.recordCommunityReview = recordCommunityReview;
    }

    @PostMapping(path = CASE + "/evidence", consumes = MULTIPART_FORM_DATA_VALUE)
    Mono<Rendering> add(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return exchange.getMultipartData()
                .map(PaperForm::of)
                .flatMap(form -> after(
                        Mono.defer(() -> addEvidence.add(actor, IdempotencyKey.of(form.key()), id, form)),
                        actor,
                        id,
                        locale,
                        form.typed()));
    }

    @PostMapping(CASE + "/evidence/{evidence}/void")
    Mono<Rendering> cancel(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String evidence,
            ServerWebExchange exchange,
            Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) ->
                        voidEvidence.cancel(actor, key, id, evidence, new VoidEvidence.Why(field(form, "note"))));
    }

    @PostMapping(CASE + "/home-visits")
    Mono<Rendering> visit(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> recordHomeVisit.record(
                        actor,
                        key,
                        id,
                        new RecordHomeVisit.Visit(
                                names(field(form, "visitors")), field(form, "day"), field(form, "findings"))));
    }

    @PostMapping(CASE + "/community-reviews")
    Mono<Rendering> review(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> recordCommunityReview.record(actor, key, id, meeting(form)));
    }

    private static RecordCommunityReview.Meeting meeting(MultiValueMap<String, String> form) {
        return new RecordCommunityReview.Meeting(
                field(form, "day"),
                field(form, "place"),
                number(field(form, "present")),
                number(field(form, "inFavour")),
                number(field(form, "against")),
                number(field(form, "abstained")),
                field(form, "outcome"));
    }

    /** What is no number is answered like what was left out. */
    private static @Nullable Integer number(String typed) {
        return typed.strip().matches("\\d{1,6}") ? Integer.valueOf(typed.strip()) : null;
    }

    private static List<@Nullable String> names(String typed) {
        return Stream.<@Nullable String>of(typed.split("[,，、;；\\r\\n]+")).toList();
    }

    private <T> Mono<Rendering> after(
            Mono<Outcome<T>> work, StaffMember actor, String id, Locale locale, Map<String, String> typed) {
        return answers.after(
                work,
                locale,
                done -> CaseSteps.address(id),
                (problem, status) -> page.show(actor, id, locale, new FormBack("evidence", typed, problem), status));
    }
}
