package org.yici.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Names and amounts that the ledger's tests share. */
final class SmallWorld {

    static final FundCode POVERTY_RELIEF = FundCode.of("poverty-relief");
    static final FundCode DAILY_KINDNESS = FundCode.of("daily-kindness");
    static final CampaignCode CAMPAIGN = CampaignCode.of("daily-kindness");
    static final GrantCode GRANT = GrantCode.of("G-2018-0001");
    static final Instant NOON = Instant.parse("2018-05-04T04:00:00Z");

    private SmallWorld() {}

    static Money fen(long fen) {
        return Money.ofFen(fen);
    }

    static Journal gift(String id, long fen) {
        return gift(id, POVERTY_RELIEF, fen);
    }

    static Journal gift(String id, FundCode fund, long fen) {
        return MoneyMoves.giftReceived("donation/" + id, NOON, "sandbox", fund, CAMPAIGN, fen(fen))
                .withPrivatePart(Map.of("donation", id))
                .withRemarks(Map.of("newDonor", true));
    }

    static Journal refund(String id, long gift, long fen) {
        return MoneyMoves.refundDecided("refund/" + id, NOON, gift, POVERTY_RELIEF, CAMPAIGN, fen(fen));
    }

    static Journal award(GrantCode grant, long fen) {
        return MoneyMoves.awardCommitted(
                "award/" + grant, NOON, grant, AidKind.SCHOOLING, Map.of(POVERTY_RELIEF, fen(fen)));
    }

    static Journal release(String id, long award, GrantCode grant, long fen) {
        return MoneyMoves.awardReleased(
                "release/" + id, NOON, award, grant, AidKind.SCHOOLING, Map.of(POVERTY_RELIEF, fen(fen)));
    }

    static Posting post(Ledger ledger, Journal journal) {
        return postAll(ledger, journal).get(0);
    }

    static List<Posting> postAll(Ledger ledger, Journal... journals) {
        return ledger.post(List.of(journals)).block();
    }

    /** Posts and answers the number; fails the test when it is refused. */
    static long number(Ledger ledger, Journal journal) {
        Posting posting = post(ledger, journal);
        return posting.sequence().orElseThrow(() -> new AssertionError(journal.key() + ": " + posting));
    }
}
