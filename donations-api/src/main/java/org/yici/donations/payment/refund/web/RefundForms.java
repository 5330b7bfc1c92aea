package org.yici.donations.payment.refund.web;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.refund.DecideRefund;
import org.yici.donations.payment.refund.FinishByHand;
import org.yici.donations.payment.refund.ProposeRefund;
import org.yici.donations.payment.refund.Refund;
import org.yici.donations.payment.refund.RefundId;
import org.yici.donations.payment.refund.web.RefundOnce.Taken;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** The forms of the staff's refunds: the same steps as the programs' interface, the same refusals, in words on the page. */
@Controller
final class RefundForms {

    private static final String ONE = StaffRefunds.LIST + "/{id}";

    private final RefundPage page;
    private final RefundAddresses addresses;
    private final ProposeRefund proposing;
    private final DecideRefund deciding;
    private final FinishByHand byHand;
    private final RefundOnce once;

    RefundForms(
            RefundPage page,
            RefundAddresses addresses,
            ProposeRefund proposing,
            DecideRefund deciding,
            FinishByHand byHand,
            RefundOnce once) {
        this.page = page;
        this.addresses = addresses;
        this.proposing = proposing;
        this.deciding = deciding;
        this.byHand = byHand;
        this.once = once;
    }

    @PostMapping(path = StaffRefunds.LIST, consumes = "application/x-www-form-urlencoded")
    Mono<String> propose(StaffMember actor, Model model, ServerWebExchange exchange) {
        RefundReaders.check(actor);
        return FilledForm.of(exchange).flatMap(form -> addresses
                .gift(form.field("gift"))
                .flatMap(gift -> after(
                        taken(actor, form, exchange, () -> {
                            RefundRequest.Proposal.Checked asked =
                                    new RefundRequest.Proposal(form.amount("amount"), form.field("reason")).checked();
                            return proposing.propose(actor, gift.id(), asked.amount(), asked.reason());
                        }),
                        no -> {
                            page.say(no, model, exchange);
                            return page.of(actor, gift, form.typed(), model, exchange);
                        })));
    }

    @PostMapping(path = ONE + "/approval", consumes = "application/x-www-form-urlencoded")
    Mono<String> decide(StaffMember actor, @PathVariable String id, Model model, ServerWebExchange exchange) {
        return step(actor, id, model, exchange, (form, refund) -> {
            RefundRequest.Decision decision =
                    new RefundRequest.Decision(form.field("decision"), form.amount("seen"), form.field("note"));
            return decide(deciding, actor, refund.id(), decision.checked());
        });
    }

    @PostMapping(path = ONE + "/sendings", consumes = "application/x-www-form-urlencoded")
    Mono<String> sendAgain(StaffMember actor, @PathVariable String id, Model model, ServerWebExchange exchange) {
        return step(actor, id, model, exchange, (form, refund) -> byHand.sendAgain(actor, refund.id()));
    }

    @PostMapping(path = ONE + "/payment", consumes = "application/x-www-form-urlencoded")
    Mono<String> pay(StaffMember actor, @PathVariable String id, Model model, ServerWebExchange exchange) {
        return step(actor, id, model, exchange, (form, refund) -> {
            RefundRequest.Payment.Checked payment =
                    new RefundRequest.Payment(form.field("source"), form.field("reference")).checked();
            return byHand.pay(actor, refund.id(), payment.source(), payment.reference());
        });
    }

    static Mono<Outcome<Refund>> decide(
            DecideRefund deciding, StaffMember actor, RefundId id, RefundRequest.Decision.Checked decision) {
        return decision.approve()
                ? deciding.approve(actor, id, decision.seen(), decision.note())
                : deciding.decline(actor, id, Objects.requireNonNull(decision.note()));
    }

    private Mono<String> step(
            StaffMember actor,
            String id,
            Model model,
            ServerWebExchange exchange,
            BiFunction<FilledForm, Refund, Mono<Outcome<Refund>>> work) {
        RefundReaders.check(actor);
        return FilledForm.of(exchange).flatMap(form -> addresses
                .refund(id)
                .flatMap(refund -> after(taken(actor, form, exchange, () -> work.apply(form, refund)), no -> {
                    page.say(no, model, exchange);
                    return page.show(actor, refund, form.typed(), model, exchange);
                })));
    }

    private Mono<Outcome<Taken>> taken(
            StaffMember actor, FilledForm form, ServerWebExchange exchange, Supplier<Mono<Outcome<Refund>>> work) {
        return Mono.defer(() -> once.take(actor.username(), form.key(), form.hash(exchange), work));
    }

    private static Mono<String> after(Mono<Outcome<Taken>> step, Function<Throwable, Mono<String>> again) {
        return step.map(RefusedException::orProblem)
                .map(taken -> "redirect:" + StaffRefunds.LIST + "/" + taken.id())
                .onErrorResume(RefundForms::isNo, again);
    }

    /** A refusal or refused fields: an answer for the reader, not a fault. */
    static boolean isNo(Throwable error) {
        return error instanceof RefusedException || error instanceof InvalidInput;
    }
}
