package org.yici.donations.payment.refund.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.refund.AskRefund;
import org.yici.donations.payment.refund.DonorRefunds;
import org.yici.donations.payment.refund.RefundOffers;
import org.yici.donations.payment.refund.RefundWords;
import org.yici.donations.payment.refund.web.RefundOnce.Taken;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problem;
import org.yici.platform.web.Problems;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** Where the donor asks for money back: whoever has the receipt's address may ask, and nothing moves before staff decide. */
@Controller
final class AskPage {

    private static final String ADDRESS = "/receipts/{token}/refund";

    private final RefundAddresses addresses;
    private final AskRefund asking;
    private final RefundOffers offers;
    private final DonorRefunds refunds;
    private final RefundOnce once;
    private final Problems problems;

    AskPage(
            RefundAddresses addresses,
            AskRefund asking,
            RefundOffers offers,
            DonorRefunds refunds,
            RefundOnce once,
            Problems problems) {
        this.addresses = addresses;
        this.asking = asking;
        this.offers = offers;
        this.refunds = refunds;
        this.once = once;
        this.problems = problems;
    }

    @GetMapping(ADDRESS)
    Mono<String> show(@PathVariable String token, Model model, ServerWebExchange exchange) {
        return addresses.giftOfReceipt(token).flatMap(gift -> page(gift, token, Map.of(), model, exchange));
    }

    @PostMapping(path = ADDRESS, consumes = "application/x-www-form-urlencoded")
    Mono<String> ask(@PathVariable String token, Model model, ServerWebExchange exchange) {
        return addresses.giftOfReceipt(token).flatMap(gift -> FilledForm.of(exchange)
                .flatMap(form -> Mono.defer(() -> ask(gift, form, exchange))
                        .map(RefusedException::orProblem)
                        .map(taken -> "redirect:/receipts/" + token)
                        .onErrorResume(RefundForms::isNo, no -> again(gift, token, form, no, model, exchange))));
    }

    private Mono<Outcome<Taken>> ask(Donation gift, FilledForm form, ServerWebExchange exchange) {
        FieldErrors errors = new FieldErrors();
        String why = RefundWords.required(errors, form.field("reason"), "reason", RefundWords.NOTE_CHARACTERS);
        Money wished = form.yuan("amount");
        errors.throwIfAny();
        String donor = "receipt/" + gift.id();
        return once.take(donor, form.key(), form.hash(exchange), () -> asking.ask(gift.id(), wished, why));
    }

    private Mono<String> again(
            Donation gift, String token, FilledForm form, Throwable no, Model model, ServerWebExchange exchange) {
        Problem problem = problems.of(no, Language.of(exchange));
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(problem.status()));
        model.addAttribute("problem", problem);
        model.addAttribute(
                "errors",
                problem.errors().stream()
                        .collect(Collectors.toMap(Problem.Field::field, Problem.Field::message, (one, two) -> one)));
        return page(gift, token, form.typed(), model, exchange);
    }

    private Mono<String> page(
            Donation gift, String token, Map<String, String> typed, Model model, ServerWebExchange exchange) {
        return Mono.zip(offers.refundable(gift), refunds.of(gift.id())).map(parts -> {
            boolean open =
                    parts.getT2().stream().allMatch(refund -> refund.status().isFinished());
            model.addAttribute("donation", gift);
            model.addAttribute("token", token);
            model.addAttribute("refundable", parts.getT1());
            model.addAttribute("refunds", parts.getT2());
            model.addAttribute("mayAsk", open && parts.getT1().isPositive());
            model.addAttribute("typed", typed);
            model.addAttribute("formKey", UUID.randomUUID().toString());
            if (!model.containsAttribute("errors")) {
                model.addAttribute("errors", Map.of());
            }
            keepPrivate(exchange.getResponse().getHeaders());
            return "donations/refund-ask";
        });
    }

    private static void keepPrivate(HttpHeaders headers) {
        headers.setCacheControl("no-store");
        headers.set("X-Robots-Tag", "noindex, nofollow");
        headers.set("Referrer-Policy", "no-referrer");
    }
}
