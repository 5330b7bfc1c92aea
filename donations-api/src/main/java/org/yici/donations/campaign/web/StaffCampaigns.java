package org.yici.donations.campaign.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.CampaignBooks;
import org.yici.donations.campaign.CampaignFigures;
import org.yici.donations.campaign.Campaigns;
import org.yici.donations.campaign.OpenCampaign;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problems;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** The staff's campaigns: everybody signed in may look, admins file, open and close. */
@Controller
final class StaffCampaigns {

    private static final int MOST = 200;

    private final Campaigns campaigns;
    private final CampaignAddresses addresses;
    private final CampaignBooks books;
    private final OpenCampaign desk;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Problems problems;

    StaffCampaigns(
            Campaigns campaigns,
            CampaignAddresses addresses,
            CampaignBooks books,
            OpenCampaign desk,
            Transactions transactions,
            AuditTrail audit,
            MessageSource messages,
            Problems problems) {
        this.campaigns = campaigns;
        this.addresses = addresses;
        this.books = books;
        this.desk = desk;
        this.transactions = transactions;
        this.audit = audit;
        this.messages = messages;
        this.problems = problems;
    }

    record Row(Campaign campaign, String title, CampaignFigures figures) {}

    @GetMapping("/staff/campaigns")
    Mono<String> list(StaffMember actor, Model model, ServerWebExchange exchange) {
        return list(actor, null, model, exchange);
    }

    @GetMapping("/staff/campaigns/new")
    String blank(StaffMember actor, Model model) {
        admin(actor);
        return form(new CampaignForm(new LinkedHashMap<>()), Map.of(), model);
    }

    @PostMapping(path = "/staff/campaigns", consumes = "application/x-www-form-urlencoded")
    Mono<String> file(StaffMember actor, Model model, ServerWebExchange exchange) {
        admin(actor);
        return exchange.getFormData().map(CampaignForm::of).flatMap(form -> Mono.defer(() -> file(actor, form.toPlan()))
                .flatMap(outcome -> outcome.fold(
                        campaign -> Mono.just("redirect:/staff/campaigns"),
                        refusal -> Mono.just(refused(form, refusal, model, exchange))))
                .onErrorResume(InvalidInput.class, wrong -> Mono.just(again(form, wrong, model, exchange))));
    }

    @PostMapping(path = "/staff/campaigns/{code}/opening")
    Mono<String> open(StaffMember actor, @PathVariable String code, Model model, ServerWebExchange exchange) {
        admin(actor);
        return addresses
                .ofAddress(code)
                .flatMap(campaign -> audited(actor, "campaign-opened", campaign, desk.open(campaign.code())))
                .flatMap(outcome -> listAfter(outcome, actor, model, exchange));
    }

    @PostMapping(path = "/staff/campaigns/{code}/closing")
    Mono<String> close(StaffMember actor, @PathVariable String code, Model model, ServerWebExchange exchange) {
        admin(actor);
        return addresses
                .ofAddress(code)
                .flatMap(campaign -> audited(actor, "campaign-closed", campaign, desk.close(campaign.code())))
                .flatMap(outcome -> listAfter(outcome, actor, model, exchange));
    }

    private Mono<Outcome<Campaign>> file(StaffMember actor, Campaign plan) {
        return audited(actor, "campaign-filed", plan, desk.file(plan));
    }

    /** The act and its trace stand or fall together: both in one transaction, which the use case joins. */
    private Mono<Outcome<Campaign>> audited(
            StaffMember actor, String act, Campaign campaign, Mono<Outcome<Campaign>> step) {
        return transactions.inOne(() -> step.flatMap(outcome -> outcome.fold(
                done -> audit.record(actor, act, campaign.code().value(), Map.of())
                        .thenReturn(outcome),
                refusal -> Mono.just(outcome))));
    }

    private Mono<String> listAfter(
            Outcome<Campaign> outcome, StaffMember actor, Model model, ServerWebExchange exchange) {
        return outcome.fold(
                campaign -> Mono.just("redirect:/staff/campaigns"), refusal -> list(actor, refusal, model, exchange));
    }

    private Mono<String> list(StaffMember actor, @Nullable Refusal refusal, Model model, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        if (refusal != null) {
            model.addAttribute("problem", problems.of(refusal, locale));
            exchange.getResponse()
                    .setStatusCode(HttpStatus.valueOf(refusal.reason().status()));
        }
        return campaigns
                .after("", MOST)
                .concatMap(campaign -> books.figures(campaign)
                        .map(figures -> new Row(campaign, Wording.in(locale, campaign.title()), figures)))
                .collectList()
                .map(rows -> {
                    model.addAttribute("here", "campaigns");
                    model.addAttribute("rows", rows);
                    model.addAttribute(
                            "gifts",
                            rows.stream()
                                    .mapToLong(r -> r.figures().donations())
                                    .sum());
                    model.addAttribute(
                            "raised",
                            rows.stream().mapToLong(r -> r.figures().raised()).sum());
                    model.addAttribute("mayChange", actor.has(Role.ADMIN));
                    return "donations/staff-campaigns";
                });
    }

    private String again(CampaignForm form, InvalidInput wrong, Model model, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        Map<String, String> errors = new HashMap<>();
        wrong.errors()
                .forEach(error -> errors.putIfAbsent(
                        error.field(),
                        messages.getMessage(
                                error.messageKey(), error.arguments().toArray(), locale)));
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return form(form, errors, model);
    }

    private String refused(CampaignForm form, Refusal refusal, Model model, ServerWebExchange exchange) {
        model.addAttribute("problem", problems.of(refusal, Language.of(exchange)));
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(refusal.reason().status()));
        return form(form, Map.of(), model);
    }

    private static String form(CampaignForm form, Map<String, String> errors, Model model) {
        model.addAttribute("here", "campaigns");
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("chips", List.of("chip-1", "chip-2", "chip-3", "chip-4"));
        return "donations/staff-campaign";
    }

    private static void admin(StaffMember actor) {
        if (!actor.has(Role.ADMIN)) {
            throw new RefusedException(Refusal.because(StaffReason.ROLE));
        }
    }
}
