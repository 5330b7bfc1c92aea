package org.yici.donations.payment.counter.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.counter.CheckSheet;
import org.yici.donations.payment.counter.CounterBatch;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.donations.payment.counter.DiscardBatch;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problem;
import org.yici.platform.web.Problems;
import reactor.core.publisher.Mono;

/** Sends a sheet in for its dry run. */
@Controller
final class SheetPages {

    /** A small sheet is read while its clerk waits; of a large one the batch's page shows how far it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CheckSheet checking;
    private final DiscardBatch discarding;
    private final SheetForms forms;
    private final CampaignChoices choices;
    private final Problems problems;

    SheetPages(
            CheckSheet checking,
            DiscardBatch discarding,
            SheetForms forms,
            CampaignChoices choices,
            Problems problems) {
        this.checking = checking;
        this.discarding = discarding;
        this.forms = forms;
        this.choices = choices;
        this.problems = problems;
    }

    @GetMapping(CounterAddresses.HOME + "/sheet")
    Mono<String> blank(StaffMember actor, Model model, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.ENTER, actor);
        return form(Map.of("method", "cash"), model, exchange);
    }

    @PostMapping(path = CounterAddresses.HOME + "/sheet", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<String> check(StaffMember actor, Model model, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.ENTER, actor);
        return exchange.getMultipartData().map(SheetForm::of).flatMap(form -> forms.take(form)
                .flatMap(upload -> checking.check(actor, upload))
                .flatMap(outcome -> outcome.fold(
                        id -> checking.soon(id, PATIENCE)
                                .flatMap(batch -> show(actor, batch))
                                .defaultIfEmpty("redirect:" + CounterAddresses.HOME),
                        refusal -> again(form, problems.of(refusal, Language.of(exchange)), model, exchange)))
                .onErrorResume(
                        InvalidInput.class,
                        wrong -> again(form, problems.of(wrong, Language.of(exchange)), model, exchange)));
    }

    /** What has turned out already to be no sheet of gifts is answered here, and no batch stays of it. */
    private Mono<String> show(StaffMember actor, CounterBatch batch) {
        return batch.faults().isEmpty()
                ? Mono.just("redirect:" + CounterAddresses.of(batch.id()))
                : discarding.discard(actor, batch.id()).then(Mono.error(() -> new InvalidInput(batch.faults())));
    }

    private Mono<String> again(SheetForm form, Problem problem, Model model, ServerWebExchange exchange) {
        model.addAttribute("problem", problem);
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(problem.status()));
        return form(form.fields(), model, exchange);
    }

    private Mono<String> form(Map<String, String> fields, Model model, ServerWebExchange exchange) {
        return choices.in(Language.of(exchange)).map(campaigns -> {
            model.addAttribute("here", "payments");
            model.addAttribute("campaigns", campaigns);
            model.addAttribute("form", fields);
            return "donations/counter-sheet";
        });
    }
}
