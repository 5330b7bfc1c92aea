package org.yici.donations.donation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.campaign.Campaigns;
import org.yici.donations.campaign.web.Wording;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.Donations;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.Language;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The gifts of a day, newest first, and one gift by its number: for cashier, auditor and admin. No names, no phones. */
@Controller
final class StaffDonations {

    private static final int PAGE = 50;
    private static final int MOST_CAMPAIGNS = 200;

    private final Donations donations;
    private final Campaigns campaigns;
    private final ProgramClock clock;

    StaffDonations(Donations donations, Campaigns campaigns, ProgramClock clock) {
        this.donations = donations;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    record Choice(String code, String title) {}

    @GetMapping("/staff/donations")
    Mono<String> list(
            StaffMember actor,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String campaign,
            @RequestParam(required = false) @Nullable String find,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            ServerWebExchange exchange) {
        if (!actor.has(Role.CASHIER) && !actor.has(Role.AUDITOR) && !actor.has(Role.ADMIN)) {
            throw new RefusedException(Refusal.because(StaffReason.ROLE));
        }
        LocalDate on = day(day);
        String chosen = campaign == null || campaign.isBlank() ? null : campaign;
        String sought = Objects.requireNonNullElse(find, "").strip();
        Flux<Donation> found = sought.isEmpty() ? ofDay(on, chosen, after) : byNumber(sought);
        return Mono.zip(found.collectList(), choices(exchange)).map(parts -> {
            List<Donation> rows = parts.getT1();
            model.addAttribute("rows", rows.size() > PAGE ? rows.subList(0, PAGE) : rows);
            model.addAttribute(
                    "next", rows.size() > PAGE ? rows.get(PAGE - 1).id().toString() : null);
            model.addAttribute("day", on.toString());
            model.addAttribute("campaigns", parts.getT2());
            model.addAttribute("chosen", chosen);
            model.addAttribute("find", sought);
            model.addAttribute("here", "campaigns");
            return "donations/staff-donations";
        });
    }

    /** Ids are ordered by time, so a day is a stretch of them. */
    private Flux<Donation> ofDay(LocalDate day, @Nullable String campaign, @Nullable String after) {
        UUID first = DonationId.firstAt(day.atStartOfDay(ProgramClock.CHINA).toInstant());
        UUID end = DonationId.firstAt(
                day.plusDays(1).atStartOfDay(ProgramClock.CHINA).toInstant());
        UUID last = DonationId.parse(Objects.requireNonNullElse(after, ""))
                .map(DonationId::value)
                .orElse(end);
        return donations.before(last, first, campaign, PAGE + 1);
    }

    private Flux<Donation> byNumber(String sought) {
        if (sought.matches("[0-9]{1,18}")) {
            return donations.findBySequence(Long.parseLong(sought)).flux();
        }
        return DonationId.parse(sought)
                .map(donations::find)
                .orElse(Mono.empty())
                .flux();
    }

    private Mono<List<Choice>> choices(ServerWebExchange exchange) {
        return campaigns
                .after("", MOST_CAMPAIGNS)
                .map(campaign -> Wording.of(campaign, Language.of(exchange)))
                .map(wording -> new Choice(wording.code(), wording.title()))
                .collectList();
    }

    private LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? clock.today() : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return clock.today();
        }
    }
}
