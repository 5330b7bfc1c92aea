package org.yici.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.CampaignState;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import org.yici.platform.facts.Fact.Chip;
import org.yici.platform.facts.Fact.Words;
import org.yici.platform.web.StrictJson;

/** The two campaigns of the county's case, from the file beside this class. Each feeds the fund of its code. */
final class CampaignPlan {

    private CampaignPlan() {}

    private record Book(
            List<Planned> campaigns,
            Words organisation,
            String personInCharge,
            String contact,
            Words leftOver,
            String platformLink) {}

    private record Planned(
            String code,
            String fund,
            Words fundName,
            String opensAt,
            long goal,
            Words title,
            Words purpose,
            Words story,
            List<Chip> chips,
            String filingNumber,
            String qualification) {}

    static List<Campaign> campaigns() {
        try (InputStream file = CampaignPlan.class.getResourceAsStream("/demo/campaigns.json")) {
            Book book = new StrictJson().read(file.readAllBytes(), Book.class);
            return book.campaigns().stream()
                    .map(planned -> campaign(planned, book))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Campaign campaign(Planned planned, Book book) {
        return new Campaign(
                CampaignCode.of(planned.code()),
                new Campaign.Fund(FundCode.of(planned.fund()), planned.fundName()),
                CampaignState.FILED,
                planned.title(),
                planned.purpose(),
                planned.story(),
                planned.chips(),
                Money.ofFen(planned.goal()),
                planned.filingNumber(),
                planned.qualification(),
                book.organisation(),
                book.personInCharge(),
                book.contact(),
                book.leftOver(),
                book.platformLink(),
                Instant.parse(planned.opensAt()),
                null);
    }
}
