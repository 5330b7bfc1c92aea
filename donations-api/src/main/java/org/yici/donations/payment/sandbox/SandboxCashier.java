package org.yici.donations.payment.sandbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.campaign.Campaigns;
import org.yici.donations.campaign.web.Wording;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.DonationStatus;
import org.yici.donations.donation.Donations;
import org.yici.donations.donation.ReceiptToken;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.Language;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.StrictJson;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** The sandbox's cashier, where a donor pays and a tester chooses what happens. */
@Controller
@ConditionalOnProperty("yici.payment.sandbox")
final class SandboxCashier {

    private final Donations donations;
    private final Campaigns campaigns;
    private final SandboxOrders orders;
    private final StrictJson json;

    SandboxCashier(Donations donations, Campaigns campaigns, SandboxOrders orders, StrictJson json) {
        this.donations = donations;
        this.campaigns = campaigns;
        this.orders = orders;
        this.json = json;
    }

    /** Shown to whoever has the receipt's token; a gift that needs no paying goes on to its receipt. */
    @GetMapping("/pay/sandbox/{id}")
    Mono<String> show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String token,
            Model model,
            ServerWebExchange exchange) {
        return gift(id, token)
                .flatMap(donation -> donation.status() == DonationStatus.PENDING
                        ? campaigns.find(donation.campaign()).map(campaign -> {
                            model.addAttribute("donation", donation);
                            model.addAttribute("token", token);
                            model.addAttribute("campaign", Wording.of(campaign, Language.of(exchange)));
                            exchange.getResponse().getHeaders().setCacheControl("no-store");
                            return "donations/cashier";
                        })
                        : Mono.just("redirect:/receipts/" + token));
    }

    record Play(@Nullable String outcome) {}

    record Placed(String id, String outcome) {}

    /** For programs: 202 once the sandbox's own order is durable. */
    @PostMapping(path = "/pay/sandbox/{id}", consumes = "application/json", produces = "application/json")
    Mono<ResponseEntity<Placed>> play(@PathVariable String id, @RequestBody byte[] body) {
        SandboxOutcome outcome = outcome(json.read(body, Play.class).outcome());
        return gift(id).flatMap(donation -> orders.play(donation, outcome))
                .map(RefusedException::orProblem)
                .map(donation -> ResponseEntity.status(HttpStatus.ACCEPTED).body(new Placed(id, outcome.name())));
    }

    record Form(@Nullable String outcome, @Nullable String token) {}

    /** For the cashier page: on to the receipt. */
    @PostMapping(path = "/pay/sandbox/{id}", consumes = "application/x-www-form-urlencoded")
    Mono<ResponseEntity<Void>> pay(@PathVariable String id, Form form) {
        SandboxOutcome outcome = outcome(form.outcome());
        return gift(id, form.token())
                .flatMap(donation -> orders.play(donation, outcome))
                .map(RefusedException::orProblem)
                .map(donation -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", "/receipts/" + form.token())
                        .build());
    }

    private Mono<Donation> gift(String id) {
        return Mono.justOrEmpty(DonationId.parse(id))
                .flatMap(donations::find)
                .filter(donation -> donation.method().equals(SandboxMethod.WORD))
                .switchIfEmpty(notFound());
    }

    private Mono<Donation> gift(String id, @Nullable String token) {
        return Mono.justOrEmpty(ReceiptToken.parse(Objects.requireNonNullElse(token, "")))
                .flatMap(known -> Mono.justOrEmpty(DonationId.parse(id)).flatMap(gift -> donations.find(gift, known)))
                .filter(donation -> donation.method().equals(SandboxMethod.WORD))
                .switchIfEmpty(notFound());
    }

    private static Mono<Donation> notFound() {
        return Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND)));
    }

    private static SandboxOutcome outcome(@Nullable String word) {
        return SandboxOutcome.of(Objects.requireNonNullElse(word, ""))
                .orElseThrow(() -> InvalidInput.of("outcome", "input.outcome"));
    }
}
