package org.yici.donations.receipt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.campaign.web.Wording;
import org.yici.donations.donation.DonationStatus;
import org.yici.donations.donation.ReceiptToken;
import org.yici.donations.donation.TakesPayments;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.Language;
import org.yici.platform.web.QrCode;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The receipt, for whoever has its address. No search engine may keep it, and its address goes to nobody else. */
@Controller
final class ReceiptPage {

    /** A pending receipt loads itself anew, without any script. */
    private static final String LOOK_AGAIN_SECONDS = "2";

    private final Receipts receipts;
    private final Set<String> payable;
    private final Scheduler drawing;
    private final String publicUrl;

    ReceiptPage(
            Receipts receipts,
            List<TakesPayments> methods,
            Scheduler drawingScheduler,
            @Value("${yici.public-url}") String publicUrl) {
        this.receipts = receipts;
        this.payable = methods.stream()
                .filter(TakesPayments::isOffered)
                .map(TakesPayments::word)
                .collect(Collectors.toUnmodifiableSet());
        this.drawing = drawingScheduler;
        this.publicUrl = publicUrl;
    }

    @GetMapping(path = "/receipts/{token}")
    Mono<String> show(@PathVariable String token, Model model, ServerWebExchange exchange) {
        return find(token).publishOn(drawing).map(receipt -> {
            Wording wording = Wording.of(receipt.campaign(), Language.of(exchange));
            model.addAttribute("receipt", receipt);
            model.addAttribute("donation", receipt.donation());
            model.addAttribute("campaign", wording);
            model.addAttribute("organisation", wording.organisation());
            model.addAttribute("token", token);
            model.addAttribute("payable", payable.contains(receipt.donation().method()));
            model.addAttribute("formKey", UUID.randomUUID().toString());
            model.addAttribute("typed", Map.of());
            model.addAttribute("errors", Map.of());
            model.addAttribute("qr", QrCode.of(publicUrl + "/receipts/" + token));
            HttpHeaders headers = exchange.getResponse().getHeaders();
            keepPrivate(headers);
            if (receipt.donation().status() == DonationStatus.PENDING) {
                headers.set("Refresh", LOOK_AGAIN_SECONDS);
            }
            return "donations/receipt";
        });
    }

    @GetMapping(
            path = {"/receipts/{token}.json", "/api/v1/receipts/{token}"},
            produces = "application/json")
    Mono<ResponseEntity<ReceiptJson>> json(@PathVariable String token) {
        return find(token)
                .map(receipt ->
                        ResponseEntity.ok().headers(ReceiptPage::keepPrivate).body(ReceiptJson.of(receipt)));
    }

    private Mono<Receipt> find(String token) {
        return Mono.justOrEmpty(ReceiptToken.parse(token))
                .flatMap(receipts::of)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }

    private static void keepPrivate(HttpHeaders headers) {
        headers.setCacheControl("no-store");
        headers.set("X-Robots-Tag", "noindex, nofollow");
        headers.set("Referrer-Policy", "no-referrer");
    }
}
