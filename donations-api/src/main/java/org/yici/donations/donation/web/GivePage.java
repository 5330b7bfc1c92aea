package org.yici.donations.donation.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.CampaignBooks;
import org.yici.donations.campaign.Place;
import org.yici.donations.campaign.web.CampaignAddresses;
import org.yici.donations.campaign.web.Wording;
import org.yici.donations.donation.GiftLimits;
import org.yici.donations.donation.Giving;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problems;
import reactor.core.publisher.Mono;

/** The campaign page, on which one gives: from the poster's QR code to the cashier in two taps. */
@Controller
final class GivePage {

    private static final int LINES = 3;

    private final CampaignAddresses campaigns;
    private final CampaignBooks books;
    private final Giving giving;
    private final GiftLimits limits;
    private final PayAddresses addresses;
    private final ProgramClock clock;
    private final MessageSource messages;
    private final Problems problems;

    GivePage(
            CampaignAddresses campaigns,
            CampaignBooks books,
            Giving giving,
            GiftLimits limits,
            PayAddresses addresses,
            ProgramClock clock,
            MessageSource messages,
            Problems problems) {
        this.campaigns = campaigns;
        this.books = books;
        this.giving = giving;
        this.limits = limits;
        this.addresses = addresses;
        this.clock = clock;
        this.messages = messages;
        this.problems = problems;
    }

    @GetMapping("/c/{code}")
    Mono<String> show(
            @PathVariable String code,
            @RequestParam(name = "p", required = false) @Nullable String place,
            Model model,
            ServerWebExchange exchange) {
        String known = Place.parse(place).map(Place::word).orElse(null);
        return campaigns.ofAddress(code).flatMap(campaign -> {
            GiveForm form = GiveForm.empty(UUID.randomUUID().toString(), usualChip(campaign), known);
            return page(campaign, form, Map.of(), model, exchange);
        });
    }

    @PostMapping(path = "/give/{code}", consumes = "application/x-www-form-urlencoded")
    Mono<String> give(@PathVariable String code, Model model, ServerWebExchange exchange) {
        return exchange.getFormData().map(GiveForm::of).flatMap(form -> campaigns
                .ofAddress(code)
                .flatMap(campaign -> Mono.defer(() -> give(campaign, form, model, exchange))
                        .onErrorResume(InvalidInput.class, wrong -> again(campaign, form, wrong, model, exchange))));
    }

    private Mono<String> give(Campaign campaign, GiveForm form, Model model, ServerWebExchange exchange) {
        byte[] hash = IdempotencyKey.hash(exchange, form.content());
        IdempotencyKey key = form.key(hash);
        List<String> offered = addresses.offered(agent(exchange));
        GiftRequest request = form.toRequest(campaign.code().value(), offered.isEmpty() ? "" : offered.get(0));
        return giving.create(request.toGift(limits), key, hash)
                .flatMap(outcome -> outcome.fold(
                        created -> Mono.just("redirect:" + addresses.path(created)),
                        refusal -> refused(campaign, form, refusal, model, exchange)));
    }

    private Mono<String> again(
            Campaign campaign, GiveForm form, InvalidInput wrong, Model model, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        Map<String, String> errors = new HashMap<>();
        for (FieldError error : wrong.errors()) {
            String field = error.field().startsWith("amount")
                    ? "amount"
                    : error.field().replace("donor.", "");
            String text =
                    messages.getMessage(error.messageKey(), error.arguments().toArray(), locale);
            errors.putIfAbsent(field, text);
        }
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(campaign, form, errors, model, exchange);
    }

    private Mono<String> refused(
            Campaign campaign, GiveForm form, Refusal refusal, Model model, ServerWebExchange exchange) {
        model.addAttribute("problem", problems.of(refusal, Language.of(exchange)));
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(refusal.reason().status()));
        return page(campaign, form, Map.of(), model, exchange);
    }

    private Mono<String> page(
            Campaign campaign, GiveForm form, Map<String, String> errors, Model model, ServerWebExchange exchange) {
        Wording wording = Wording.of(campaign, Language.of(exchange));
        Instant now = clock.instant();
        model.addAttribute("here", "campaigns");
        model.addAttribute("organisation", wording.organisation());
        model.addAttribute("campaign", wording);
        model.addAttribute("particulars", campaign);
        List<String> offered = addresses.offered(agent(exchange));
        model.addAttribute("methods", offered);
        model.addAttribute("open", campaign.takesGiftsAt(now) && !offered.isEmpty());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        return Mono.zip(books.figures(campaign), books.lastLines(campaign, LINES))
                .map(book -> {
                    model.addAttribute("figure", book.getT1());
                    model.addAttribute("lines", book.getT2());
                    return "donations/campaign";
                });
    }

    private static @Nullable String agent(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
    }

    /** The second proposal stands chosen, so that one tap is enough and the smallest is not urged. */
    private static @Nullable String usualChip(Campaign campaign) {
        var chips = campaign.chips();
        return chips.isEmpty()
                ? "other"
                : Objects.toString(chips.get(Math.min(1, chips.size() - 1)).amount());
    }
}
