package org.yici.donations.payment.counter.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import org.yici.donations.payment.counter.CounterBatch;
import org.yici.donations.payment.counter.CounterBatchId;
import org.yici.donations.payment.counter.CounterBatches;
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

    private static final List<String> KEPT = List.of("DATE", "METHOD", "CAMPAIGN");

    private final EnterGift entering;
    private final CounterBatches batches;
    private final CampaignChoices choices;
    private final ProgramClock clock;
    private final MessageSource messages;
    private final Problems problems;

    GiftPages(
            EnterGift entering,
            CounterBatches batches,
            CampaignChoices choices,
            ProgramClock clock,
            MessageSource messages,
            Problems problems) {
        this.entering = entering;
        this.batches = batches;
        this.choices = choices;
        this.clock = clock;
        this.messages = messages;
        this.problems = problems;
    }

    /** Day, method and campaign may come along from the gift before: whoever types a pile of slips types them once. */
    @GetMapping(CounterAddresses.HOME + "/gift")
    Mono<String> blank(StaffMember actor, Model model, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.ENTER, actor);
        Map<String, String> fields = new HashMap<>(Map.of("DATE", clock.today().toString(), "METHOD", "cash"));
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        KEPT.stream()
                .filter(asked::containsKey)
                .forEach(field -> fields.put(field, Objects.requireNonNullElse(asked.getFirst(field), "")));
        model.addAttribute("added", asked.containsKey("added"));
        return form(actor, new GiftForm(fields), Map.of(), model, exchange);
    }

    @PostMapping(path = CounterAddresses.HOME + "/gift", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<String> enter(StaffMember actor, Model model, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.ENTER, actor);
        return exchange.getFormData().map(GiftForm::of).flatMap(form -> entering.enter(actor, form.cells())
                .flatMap(outcome -> outcome.fold(
                        draft -> Mono.just("redirect:" + next(form, draft)),
                        refusal -> refused(actor, form, refusal, model, exchange)))
                .onErrorResume(InvalidInput.class, wrong -> again(actor, form, wrong, model, exchange)));
    }

    private static String next(GiftForm form, CounterBatchId draft) {
        if (!form.get("then").equals("again")) {
            return CounterAddresses.of(draft);
        }
        UriComponentsBuilder next = UriComponentsBuilder.fromPath(CounterAddresses.HOME + "/gift");
        KEPT.forEach(field -> next.queryParam(field, form.get(field)));
        return next.queryParam("added").build().encode().toUriString();
    }

    private Mono<String> again(
            StaffMember actor, GiftForm form, InvalidInput wrong, Model model, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        Map<String, String> errors = new HashMap<>();
        wrong.errors()
                .forEach(error -> errors.putIfAbsent(
                        error.field(),
                        Objects.requireNonNull(messages.getMessage(
                                error.messageKey(), error.arguments().toArray(), error.messageKey(), locale))));
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return form(actor, form, errors, model, exchange);
    }

    private Mono<String> refused(
            StaffMember actor, GiftForm form, Refusal refusal, Model model, ServerWebExchange exchange) {
        model.addAttribute("problem", problems.of(refusal, Language.of(exchange)));
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(refusal.reason().status()));
        return form(actor, form, Map.of(), model, exchange);
    }

    private Mono<String> form(
            StaffMember actor, GiftForm form, Map<String, String> errors, Model model, ServerWebExchange exchange) {
        Mono<Optional<CounterBatch>> draft = batches.typed(actor.username())
                .filter(typed -> typed.counts().good() > 0)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return Mono.zip(choices.in(Language.of(exchange)), draft).map(parts -> {
            model.addAttribute("here", "payments");
            model.addAttribute("campaigns", parts.getT1());
            model.addAttribute("draft", parts.getT2().orElse(null));
            model.addAttribute("form", form);
            model.addAttribute("errors", errors);
            return "donations/counter-gift";
        });
    }
}
