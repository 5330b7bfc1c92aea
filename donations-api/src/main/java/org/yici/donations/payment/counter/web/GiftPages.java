package org.yici.donations.payment.counter.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.donations.payment.counter.EnterGift;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problems;
import reactor.core.publisher.Mono;

/** Types gifts in one by one. */
@Controller
final class GiftPages {

    private final EnterGift entering;
    private final CampaignChoices choices;
    private final ProgramClock clock;
    private final MessageSource messages;
    private final Problems problems;

    GiftPages(
            EnterGift entering,
            CampaignChoices choices,
            ProgramClock clock,
            MessageSource messages,
            Problems problems) {
        this.entering = entering;
        this.choices = choices;
        this.clock = clock;
        this.messages = messages;
        this.problems = problems;
    }

    @GetMapping(CounterAddresses.HOME + "/gift")
    Mono<String> blank(StaffMember actor, Model model, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.ENTER, actor);
        GiftForm form = new GiftForm(Map.of("DATE", clock.today().toString(), "METHOD", "cash"));
        return form(form, Map.of(), model, exchange);
    }

    @PostMapping(path = CounterAddresses.HOME + "/gift", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<String> enter(StaffMember actor, Model model, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.ENTER, actor);
        return exchange.getFormData().map(GiftForm::of).flatMap(form -> entering.enter(actor, form.cells())
                .flatMap(outcome -> outcome.fold(
                        draft -> Mono.just("redirect:" + CounterAddresses.of(draft)),
                        refusal -> refused(form, refusal, model, exchange)))
                .onErrorResume(InvalidInput.class, wrong -> again(form, wrong, model, exchange)));
    }

    private Mono<String> again(GiftForm form, InvalidInput wrong, Model model, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        Map<String, String> errors = new HashMap<>();
        wrong.errors()
                .forEach(error -> errors.putIfAbsent(
                        error.field(),
                        Objects.requireNonNull(messages.getMessage(
                                error.messageKey(), error.arguments().toArray(), error.messageKey(), locale))));
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return form(form, errors, model, exchange);
    }

    private Mono<String> refused(GiftForm form, Refusal refusal, Model model, ServerWebExchange exchange) {
        model.addAttribute("problem", problems.of(refusal, Language.of(exchange)));
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(refusal.reason().status()));
        return form(form, Map.of(), model, exchange);
    }

    private Mono<String> form(GiftForm form, Map<String, String> errors, Model model, ServerWebExchange exchange) {
        return choices.in(Language.of(exchange)).map(campaigns -> {
            model.addAttribute("here", "payments");
            model.addAttribute("campaigns", campaigns);
            model.addAttribute("form", form);
            model.addAttribute("errors", errors);
            return "donations/counter-gift";
        });
    }
}
