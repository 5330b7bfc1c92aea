package org.yici.donations.campaign.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.CampaignBooks;
import org.yici.donations.campaign.CampaignFigures;
import org.yici.donations.campaign.Campaigns;
import org.yici.ledger.Money;
import org.yici.platform.facts.Fact.Chip;
import org.yici.platform.facts.Fact.Words;
import org.yici.platform.facts.Wire;
import reactor.core.publisher.Mono;

/** Campaigns for programs. */
@RestController
final class CampaignApi {

    private static final int MOST = 200;

    private final Campaigns campaigns;
    private final CampaignAddresses addresses;
    private final CampaignBooks books;
    private final String publicUrl;

    CampaignApi(
            Campaigns campaigns,
            CampaignAddresses addresses,
            CampaignBooks books,
            @Value("${yici.public-url}") String publicUrl) {
        this.campaigns = campaigns;
        this.addresses = addresses;
        this.books = books;
        this.publicUrl = publicUrl;
    }

    record Amount(long value, String currency) {
        static Amount of(long fen) {
            return new Amount(fen, Money.CURRENCY);
        }
    }

    record Proposal(Amount amount, Words does) {}

    /** @param raised received less refunded */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String code,
            String fund,
            Words title,
            Words purpose,
            String state,
            String filingNumber,
            String qualification,
            Words organisation,
            String contact,
            String platformLink,
            Amount goal,
            Amount raised,
            long donations,
            List<Proposal> chips,
            String opensAt,
            @Nullable String closesAt,
            String url) {}

    record Page(List<Answer> items, @Nullable String next) {}

    @GetMapping(path = "/api/v1/campaigns", produces = "application/json")
    Mono<Page> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String after) {
        if (limit < 1 || limit > MOST) {
            return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit"));
        }
        return campaigns
                .after(Objects.requireNonNullElse(after, ""), limit + 1)
                .concatMap(this::answer)
                .collectList()
                .map(found -> found.size() <= limit
                        ? new Page(found, null)
                        : new Page(found.subList(0, limit), found.get(limit - 1).code()));
    }

    @GetMapping(path = "/api/v1/campaigns/{code}", produces = "application/json")
    Mono<Answer> one(@PathVariable String code) {
        return addresses.ofAddress(code).flatMap(this::answer);
    }

    private Mono<Answer> answer(Campaign campaign) {
        return books.figures(campaign).map(figures -> answer(campaign, figures));
    }

    private Answer answer(Campaign c, CampaignFigures figures) {
        Instant closesAt = c.closesAt();
        return new Answer(
                c.code().value(),
                c.fund().code().value(),
                c.title(),
                c.purpose(),
                c.state().name(),
                c.filingNumber(),
                c.qualification(),
                c.organisation(),
                c.contact(),
                c.platformLink(),
                Amount.of(c.goal().fen()),
                Amount.of(figures.raised()),
                figures.donations(),
                c.chips().stream().map(CampaignApi::proposal).toList(),
                Wire.time(c.opensAt()),
                closesAt == null ? null : Wire.time(closesAt),
                publicUrl + "/c/" + c.code());
    }

    private static Proposal proposal(Chip chip) {
        return new Proposal(Amount.of(chip.amount()), chip.does());
    }
}
