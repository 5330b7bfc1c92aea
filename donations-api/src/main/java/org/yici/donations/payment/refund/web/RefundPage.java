package org.yici.donations.payment.refund.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.refund.Refund;
import org.yici.donations.payment.refund.RefundOffers;
import org.yici.donations.payment.refund.RefundOffers.Offer;
import org.yici.donations.payment.refund.RefundStory;
import org.yici.donations.payment.refund.Refunds;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problem;
import org.yici.platform.web.Problems;
import reactor.core.publisher.Mono;

/** One refund on one page: the gift, the story, what may be done next. And the page on which staff begin one. */
@Controller
class RefundPage {

    private final RefundAddresses addresses;
    private final Refunds refunds;
    private final RefundOffers offers;
    private final RefundStory story;
    private final StaffNames names;
    private final Problems problems;

    RefundPage(
            RefundAddresses addresses,
            Refunds refunds,
            RefundOffers offers,
            RefundStory story,
            StaffNames names,
            Problems problems) {
        this.addresses = addresses;
        this.refunds = refunds;
        this.offers = offers;
        this.story = story;
        this.names = names;
        this.problems = problems;
    }

    /** Steps that are closed for one and the same reason. */
    record Closed(List<Offer> offers, String why) {}

    @GetMapping(StaffRefunds.LIST + "/{id}")
    Mono<String> show(StaffMember actor, @PathVariable String id, Model model, ServerWebExchange exchange) {
        RefundReaders.check(actor);
        return addresses.refund(id).flatMap(refund -> show(actor, refund, Map.of(), model, exchange));
    }

    /** A gift with an unfinished refund has a page already. */
    @GetMapping(StaffRefunds.LIST + "/new")
    Mono<String> begin(
            StaffMember actor,
            @RequestParam(required = false) @Nullable String gift,
            Model model,
            ServerWebExchange exchange) {
        RefundReaders.check(actor);
        return addresses.gift(Objects.requireNonNullElse(gift, "").strip()).flatMap(found -> unfinished(found)
                .map(refund -> "redirect:" + StaffRefunds.LIST + "/" + refund.id())
                .switchIfEmpty(Mono.defer(() -> begin(found, Map.of(), model))));
    }

    /** Where a proposal for a gift belongs: the page of its unfinished refund, or the one that begins a refund. */
    Mono<String> of(
            StaffMember actor, Donation gift, Map<String, String> typed, Model model, ServerWebExchange exchange) {
        return unfinished(gift)
                .flatMap(refund -> show(actor, refund, typed, model, exchange))
                .switchIfEmpty(Mono.defer(() -> begin(gift, typed, model)));
    }

    private Mono<Refund> unfinished(Donation gift) {
        return refunds.ofGift(gift.id())
                .filter(refund -> !refund.status().isFinished())
                .next();
    }

    private Mono<String> begin(Donation gift, Map<String, String> typed, Model model) {
        return offers.refundable(gift).map(left -> {
            model.addAttribute("gift", gift);
            model.addAttribute("refundable", left);
            model.addAttribute("typed", typed.isEmpty() ? Map.of("amount", RefundView.plain(left.fen())) : typed);
            common(model);
            return "donations/staff-refund-new";
        });
    }

    /** @param typed what was filled in before it was refused */
    Mono<String> show(
            StaffMember actor, Refund refund, Map<String, String> typed, Model model, ServerWebExchange exchange) {
        return Mono.zip(offers.look(refund), story.of(refund.id()).collectList())
                .flatMap(parts -> names.of(people(parts.getT2()))
                        .map(known ->
                                new RefundView(parts.getT1(), offers.of(parts.getT1(), actor), parts.getT2(), known)))
                .map(view -> {
                    model.addAttribute("view", view);
                    model.addAttribute("closed", closed(view, Language.of(exchange)));
                    model.addAttribute(
                            "typed",
                            typed.isEmpty()
                                    ? Map.of("amount", view.startAmount(), "reason", view.startReason())
                                    : typed);
                    common(model);
                    return "donations/staff-refund";
                });
    }

    /** Why a form was refused, above it and beside its fields. */
    void say(Throwable no, Model model, ServerWebExchange exchange) {
        Problem problem = problems.of(no, Language.of(exchange));
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(problem.status()));
        model.addAttribute("problem", problem);
        model.addAttribute(
                "errors",
                problem.errors().stream()
                        .collect(Collectors.toMap(
                                field -> field.field().replace(".value", ""),
                                Problem.Field::message,
                                (first, second) -> first)));
    }

    private static void common(Model model) {
        model.addAttribute("here", "campaigns");
        model.addAttribute("formKey", UUID.randomUUID().toString());
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
    }

    private static Set<String> people(List<RefundStory.Line> lines) {
        return lines.stream().flatMap(line -> Stream.ofNullable(line.actor())).collect(Collectors.toSet());
    }

    private List<Closed> closed(RefundView view, Locale locale) {
        Map<String, List<Offer>> byReason = new LinkedHashMap<>();
        for (Offer offer : view.offers()) {
            offer.obstacle().ifPresent(refusal -> byReason.computeIfAbsent(
                            problems.of(refusal, locale).detail(), any -> new ArrayList<>())
                    .add(offer));
        }
        return byReason.entrySet().stream()
                .map(entry -> new Closed(entry.getValue(), entry.getKey()))
                .toList();
    }
}
