package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.YuanField;
import org.yici.disbursement.application.Handle;
import org.yici.disbursement.award.Approve;
import org.yici.disbursement.award.Release;
import org.yici.disbursement.followup.ConfirmReceipt;
import org.yici.disbursement.notice.PostNotice;
import org.yici.disbursement.notice.ResolveObjection;
import org.yici.disbursement.review.Review;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** The forms at the foot of a case: the same use cases as the programs' interface, the same refusals, in words on the page. */
@Controller
final class CaseForms {

    private static final String CASE = "/staff/applications/{id}";

    private final CaseSteps steps;
    private final Review review;
    private final PostNotice postNotice;
    private final ResolveObjection resolveObjection;
    private final Approve approve;
    private final Release release;
    private final Handle handle;
    private final ConfirmReceipt confirmReceipt;

    CaseForms(
            CaseSteps steps,
            Review review,
            PostNotice postNotice,
            ResolveObjection resolveObjection,
            Approve approve,
            Release release,
            Handle handle,
            ConfirmReceipt confirmReceipt) {
        this.steps = steps;
        this.review = review;
        this.postNotice = postNotice;
        this.resolveObjection = resolveObjection;
        this.approve = approve;
        this.release = release;
        this.handle = handle;
        this.confirmReceipt = confirmReceipt;
    }

    @PostMapping(CASE + "/reviews")
    Mono<Rendering> review(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> review.decide(
                        actor,
                        key,
                        id,
                        new Review.Decision(
                                field(form, "decision"), field(form, "note"), ToldField.read(form, "REFUSE"))));
    }

    @PostMapping(CASE + "/notice")
    Mono<Rendering> notice(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(actor, id, exchange, locale, (form, key) -> postNotice.post(actor, key, id));
    }

    @PostMapping(CASE + "/objections/{receipt}/resolution")
    Mono<Rendering> resolve(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String receipt,
            ServerWebExchange exchange,
            Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> resolveObjection.resolve(
                        actor,
                        key,
                        id,
                        receipt,
                        new ResolveObjection.Resolution(
                                field(form, "decision"),
                                field(form, "note"),
                                field(form, "answer"),
                                ToldField.read(form, "UPHOLD"))));
    }

    @PostMapping(CASE + "/approval")
    Mono<Rendering> approve(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> approve.decide(
                        actor,
                        key,
                        id,
                        new Approve.Decision(
                                field(form, "decision"),
                                YuanField.read(field(form, "amount"), "amount"),
                                field(form, "note"),
                                ToldField.read(form, "REFUSE"))));
    }

    @PostMapping(CASE + "/resubmission")
    Mono<Rendering> resubmit(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor, id, exchange, locale, (form, key) -> handle.resubmit(actor, key, id, field(form, "note")));
    }

    @PostMapping(CASE + "/withdrawal")
    Mono<Rendering> withdraw(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor, id, exchange, locale, (form, key) -> handle.withdraw(actor, key, id, field(form, "note")));
    }

    @PostMapping(CASE + "/release")
    Mono<Rendering> release(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> release.release(actor, key, field(form, "award"), new Release.Why(field(form, "note"))));
    }

    @PostMapping(CASE + "/confirmation")
    Mono<Rendering> confirm(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> confirmReceipt.confirm(
                        actor,
                        key,
                        field(form, "award"),
                        new ConfirmReceipt.Confirmation(field(form, "method"), SignerField.read(form))));
    }
}
