package org.yici.benchmarks.posting;

import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.yici.benchmarks.load.TimeOrderedId;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Journal;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;

/** Journals as a confirmed gift makes them, commitment and all. */
final class GiftJournals {

    private static final FundCode FUND = FundCode.of("poverty-relief");
    private static final CampaignCode CAMPAIGN = CampaignCode.of("poverty-relief");
    private static final int[] AMOUNTS = {100, 600, 2_000, 10_000};

    private final SplittableRandom random = new SplittableRandom();

    Journal next(Instant now) {
        UUID id = TimeOrderedId.next(random);
        Money amount = Money.ofFen(AMOUNTS[random.nextInt(AMOUNTS.length)]);
        return MoneyMoves.giftReceived("donation/" + id, now, "sandbox", FUND, CAMPAIGN, amount)
                .withPrivatePart(Map.of(
                        "donation",
                        id.toString(),
                        "method",
                        "sandbox",
                        "place",
                        "village-shop",
                        "reference",
                        "sandbox-" + id))
                .withRemarks(Map.of("newDonor", true, "newFundDonor", true));
    }
}
