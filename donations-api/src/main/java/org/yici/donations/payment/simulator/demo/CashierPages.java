package org.yici.donations.payment.simulator.demo;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.simulator.CashierOrder;
import org.yici.donations.payment.simulator.SimulatedCashier;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * The cashier of the simulated providers: what stands for the app that scans a code, the page of WeChat H5, Alipay's page and
 * Stripe Checkout. At our own front door, for the simulators themselves listen on this machine only.
 */
@Controller
@ConditionalOnProperty(SimulatedProviders.RUNNING)
final class CashierPages {

    private static final List<CashierOutcome> STRANGE = Arrays.stream(CashierOutcome.values())
            .filter(one -> one != CashierOutcome.PAID && one != CashierOutcome.CANCEL)
            .toList();

    private final Simulators simulators;
    private final CashierActs acts;
    private final String publicUrl;

    CashierPages(Simulators simulators, CashierActs acts, @Value("${yici.public-url}") String publicUrl) {
        this.simulators = simulators;
        this.acts = acts;
        this.publicUrl = publicUrl;
    }

    /** @param left not null when the donor has just gone without paying, and nobody knows where to */
    @GetMapping(Simulators.PATH + "{provider}/{order}")
    String show(
            @PathVariable String provider,
            @PathVariable String order,
            @RequestParam(name = "redirect_url", required = false) @Nullable String asked,
            @RequestParam(required = false) @Nullable String left,
            Model model,
            ServerWebExchange exchange) {
        SimulatedCashier cashier = cashier(provider);
        CashierOrder seen = order(cashier, order);
        boolean down = cashier.faults().isDown() && seen.standing() == CashierOrder.Standing.OPEN;
        if (down) {
            exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        }
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.setCacheControl("no-store");
        headers.set("X-Robots-Tag", "noindex, nofollow");
        model.addAttribute("provider", provider);
        model.addAttribute("order", seen);
        model.addAttribute("down", down);
        model.addAttribute("left", left != null);
        model.addAttribute("back", back(seen, asked));
        model.addAttribute("outcomes", STRANGE);
        return "donations/simulated";
    }

    record Choice(@Nullable String outcome) {}

    @PostMapping(Simulators.PATH + "{provider}/{order}")
    Mono<ResponseEntity<Void>> choose(
            @PathVariable String provider,
            @PathVariable String order,
            @RequestParam(name = "redirect_url", required = false) @Nullable String asked,
            Choice choice) {
        SimulatedCashier cashier = cashier(provider);
        CashierOrder seen = order(cashier, order);
        CashierOutcome outcome = CashierOutcome.of(Objects.requireNonNullElse(choice.outcome(), ""))
                .orElseThrow(() -> InvalidInput.of("outcome", "input.simulated-outcome"));
        String back = back(seen, asked);
        String here = Simulators.PATH + provider + "/" + order + (outcome == CashierOutcome.CANCEL ? "?left=yes" : "");
        return acts.act(cashier, order, outcome)
                .thenReturn(ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(back.isEmpty() ? here : back))
                        .build());
    }

    /** A browser inside WeChat that is asked who it is; it comes back at once. */
    @GetMapping(Simulators.PATH + "wechat/connect/oauth2/authorize")
    String signIn(@RequestParam("redirect_uri") String back, @RequestParam String state) {
        return simulators
                .wechat()
                .filter(wechat -> isOurs(back))
                .map(wechat -> "redirect:" + wechat.signIn(back, state))
                .orElseThrow(CashierPages::notFound);
    }

    /** A browser that we have sent to Alipay, with an address that we have signed. */
    @GetMapping(Simulators.PATH + "alipay/gateway.do")
    String arrive(ServerWebExchange exchange) {
        String query = Objects.requireNonNullElse(exchange.getRequest().getURI().getRawQuery(), "");
        return simulators
                .alipay()
                .flatMap(alipay -> alipay.arrive(query))
                .map(order -> "redirect:" + Simulators.PATH + "alipay/" + order)
                .orElseThrow(CashierPages::notFound);
    }

    private SimulatedCashier cashier(String provider) {
        return simulators.cashier(provider).orElseThrow(CashierPages::notFound);
    }

    private static CashierOrder order(SimulatedCashier cashier, String order) {
        return cashier.find(order)
                .orElseThrow(() -> new RefusedException(Refusal.because(SimulatedReason.UNKNOWN_ORDER)));
    }

    /** Where the provider knows to go back to, else what the address says: our own path, empty for nowhere. */
    private String back(CashierOrder order, @Nullable String asked) {
        String known = order.back().isEmpty() ? Objects.requireNonNullElse(asked, "") : order.back();
        return isOurs(known) ? known.substring(publicUrl.length()) : "";
    }

    /** Whoever makes up an address must not lead donors elsewhere with it. */
    private boolean isOurs(String address) {
        return address.startsWith(publicUrl + "/") && !address.startsWith(publicUrl + "//");
    }

    private static RefusedException notFound() {
        return new RefusedException(Refusal.because(WebReason.NOT_FOUND));
    }
}
