package org.yici.donations.payment.checkout.web;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
import org.yici.donations.campaign.Campaigns;
import org.yici.donations.campaign.web.Wording;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.DonationStatus;
import org.yici.donations.donation.Donations;
import org.yici.donations.donation.ReceiptToken;
import org.yici.donations.payment.PaymentReason;
import org.yici.donations.payment.checkout.OpenOrder;
import org.yici.donations.payment.checkout.Providers;
import org.yici.donations.payment.order.Browser;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderOutage;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problems;
import org.yici.platform.web.QrCode;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes a donor to the provider: straight on where the provider has a page of its own, else with a QR code to scan or
 * WeChat's own window. For whoever has the receipt's token. Loading it again is the same order.
 */
@Controller
final class PayPage {

    /** The page looks by itself whether it is paid, without any script. */
    private static final String LOOK_AGAIN_SECONDS = "3";

    /** For browsers without scripts; with them the page goes on at once. */
    private static final String IN_A_SECOND = "1; url=";

    private static final int LONGEST_TITLE = 40;

    private final Donations donations;
    private final Campaigns campaigns;
    private final Providers providers;
    private final OpenOrder opening;
    private final Problems problems;
    private final Scheduler drawing;
    private final String publicUrl;

    PayPage(
            Donations donations,
            Campaigns campaigns,
            Providers providers,
            OpenOrder opening,
            Problems problems,
            Scheduler drawingScheduler,
            @Value("${yici.public-url}") String publicUrl) {
        this.publicUrl = publicUrl;
        this.donations = donations;
        this.campaigns = campaigns;
        this.providers = providers;
        this.opening = opening;
        this.problems = problems;
        this.drawing = drawingScheduler;
    }

    /** What a browser brings back that was sent to say who pays. */
    record Return(@Nullable String code, @Nullable String state) {

        boolean isOf(Donation gift) {
            return code != null && !code.isBlank() && stateOf(gift).equals(state);
        }

        static String stateOf(Donation gift) {
            return gift.id().toString().replace("-", "");
        }
    }

    @GetMapping("/pay/{provider}/{id}")
    Mono<String> show(
            @PathVariable String provider,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String token,
            Return comingBack,
            Model model,
            ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        PaymentProvider known = providers.find(provider).orElseThrow(PayPage::notFound);
        return gift(id, token).flatMap(gift -> {
            model.addAttribute("token", token);
            model.addAttribute("donation", gift);
            model.addAttribute("provider", provider);
            model.addAttribute("others", providers.others(provider));
            return gift.status() == DonationStatus.PENDING
                    ? donations
                            .askSoon(gift)
                            .then(campaigns.find(gift.campaign()))
                            .flatMap(campaign -> pay(known, gift, campaign, comingBack, model, exchange))
                    : Mono.just("redirect:/receipts/" + token);
        });
    }

    /** One pays at the provider: here is nothing that takes anything. */
    @PostMapping("/pay/{provider:(?!sandbox$).+}/{id}")
    Mono<String> takesNothing() {
        return Mono.error(PayPage::notFound);
    }

    private Mono<String> pay(
            PaymentProvider provider,
            Donation gift,
            Campaign campaign,
            Return comingBack,
            Model model,
            ServerWebExchange exchange) {
        model.addAttribute("campaign", Wording.of(campaign, Language.of(exchange)));
        Browser browser = browser(exchange);
        Mono<String> anew = providers
                .signIn(provider, provider.formFor(browser))
                .map(signIn -> comingBack.isOf(gift)
                        ? signIn.payerOf(Objects.requireNonNull(comingBack.code()))
                                .flatMap(payer -> payer.fold(
                                        openid -> open(provider, gift, campaign, browser, openid, model, exchange),
                                        refusal -> refused(refusal, model, exchange)))
                        : leave(signIn.signInAddress(here(exchange), Return.stateOf(gift)), model, exchange))
                .orElseGet(() -> open(provider, gift, campaign, browser, null, model, exchange));
        return opening.shown(provider, gift, browser)
                .flatMap(checkout -> show(checkout, model, exchange))
                .switchIfEmpty(anew)
                .onErrorResume(
                        ProviderOutage.class,
                        outage -> refused(Refusal.because(ProviderReason.PROVIDER_SILENT), model, exchange));
    }

    private Mono<String> open(
            PaymentProvider provider,
            Donation gift,
            Campaign campaign,
            Browser browser,
            @Nullable String payer,
            Model model,
            ServerWebExchange exchange) {
        return opening.open(
                        provider,
                        new OpenOrder.Wanted(
                                gift, title(campaign, Language.of(exchange)), browser, payer, address(exchange)))
                .flatMap(outcome -> outcome.fold(
                        checkout -> show(checkout, model, exchange),
                        refusal -> refusal.reason() == PaymentReason.ARRIVED
                                ? Mono.just("redirect:/receipts/" + model.getAttribute("token"))
                                : refused(refusal, model, exchange)));
    }

    /** This page's own address, without what a sign-in has added. */
    private String here(ServerWebExchange exchange) {
        String token = exchange.getRequest().getQueryParams().getFirst("token");
        return publicUrl + exchange.getRequest().getPath().value() + "?token=" + token;
    }

    private Mono<String> show(Checkout checkout, Model model, ServerWebExchange exchange) {
        return checkout.fold(
                address -> leave(address, model, exchange),
                text -> {
                    exchange.getResponse().getHeaders().set("Refresh", LOOK_AGAIN_SECONDS);
                    model.addAttribute("code", text);
                    model.addAttribute("handheld", browser(exchange) != Browser.DESKTOP);
                    return Mono.fromCallable(() -> QrCode.of(text))
                            .subscribeOn(drawing)
                            .map(qr -> {
                                model.addAttribute("qr", qr);
                                return "donations/pay";
                            });
                },
                parameters -> {
                    model.addAttribute("wechat", parameters);
                    return Mono.just("donations/pay");
                });
    }

    /**
     * On to the provider, by a page of ours and not by a redirect: the way here begins with the form of a gift, and browsers
     * stop a form's redirects that leave our origin (form-action). Of where the donor comes from only our origin is told,
     * which WeChat Pay's page asks for: the rest of this address is the donor's.
     */
    private static Mono<String> leave(String address, Model model, ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            headers.set("Refresh", IN_A_SECOND + address);
            headers.set("Referrer-Policy", "origin");
            model.addAttribute("elsewhere", address);
            return "donations/pay";
        });
    }

    private Mono<String> refused(Refusal refusal, Model model, ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(refusal.reason().status()));
        model.addAttribute("problem", problems.of(refusal, Language.of(exchange)));
        return Mono.just("donations/pay");
    }

    private Mono<Donation> gift(String id, @Nullable String token) {
        return Mono.justOrEmpty(ReceiptToken.parse(Objects.requireNonNullElse(token, "")))
                .flatMap(known -> Mono.justOrEmpty(DonationId.parse(id)).flatMap(gift -> donations.find(gift, known)))
                .switchIfEmpty(Mono.error(PayPage::notFound));
    }

    /** As the donor reads it at the provider: the campaign's title in the language of the checkout. */
    private static String title(Campaign campaign, Locale locale) {
        String title = Wording.in(locale, campaign.title());
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE));
    }

    private static Browser browser(ServerWebExchange exchange) {
        return Browser.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT));
    }

    private static @Nullable String address(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? null
                : remote.getAddress().getHostAddress();
    }

    private static RefusedException notFound() {
        return new RefusedException(Refusal.because(WebReason.NOT_FOUND));
    }
}
