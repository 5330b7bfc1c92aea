package org.yici.donations.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Giving;
import org.yici.donations.payment.Confirming;
import org.yici.donations.payment.Settling;
import org.yici.ledger.AidKind;
import org.yici.ledger.FundCode;
import org.yici.ledger.GrantCode;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;

/** The example of the contract: gift 1000, award 600; promised, then paid. */
class CampaignBooksTest {

    private static final GrantCode GRANT = GrantCode.of("G-books-1");
    private static final FundCode FUND = FundCode.of("books");

    private final World world = world();
    private final CampaignBooks books = world.bean(CampaignBooks.class);
    private final Campaign campaign = done(world.bean(OpenCampaign.class).fileAndOpen(World.kindness("books")));

    @Test
    void the_bar_follows_the_ledger_from_the_gift_to_the_household() {
        CreatedDonation gift =
                done(world.bean(Giving.class).create(World.gift("books", 1_000), World.key(), new byte[] {1}));
        done(world.bean(Confirming.class).confirm(World.paid(gift)));
        assertThat(figures()).isEqualTo(new CampaignFigures(1_000, 1, 1_000, 0, 0));

        Instant now = Instant.now();
        long award = post(MoneyMoves.awardCommitted(
                "award/books", now, GRANT, AidKind.SCHOOLING, Map.of(FUND, Money.ofFen(600))));
        assertThat(figures()).isEqualTo(new CampaignFigures(1_000, 1, 1_000, 600, 0));

        done(world.bean(Settling.class).settle("sandbox", Money.ofFen(1_000), "books"));
        long payout =
                post(MoneyMoves.payoutSent("payout/books", now, award, GRANT, AidKind.SCHOOLING, Money.ofFen(600)));
        assertThat(figures()).isEqualTo(new CampaignFigures(1_000, 1, 1_000, 600, 0));

        long paid =
                post(MoneyMoves.payoutConfirmed("paid/books", now, payout, GRANT, AidKind.SCHOOLING, Money.ofFen(600)));
        assertThat(figures()).isEqualTo(new CampaignFigures(1_000, 1, 1_000, 0, 600));
        assertThat(books.lastLines(campaign, 3).block(World.PATIENCE))
                .extracting(BookLine::sequence, BookLine::aid, BookLine::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(paid, "schooling", 600L),
                        org.assertj.core.groups.Tuple.tuple(world.sequenceOf(gift), null, 1_000L));
    }

    @Test
    void a_history_read_in_pieces_says_the_same() {
        for (long fen = 1; fen <= 5; fen++) {
            world.booked(world.pending(fen));
        }
        Campaign kindness = World.kindness("daily-kindness");
        CampaignBooks whole = new CampaignBooks(world.bean(DatabaseClient.class));
        CampaignBooks inPieces = new CampaignBooks(world.bean(DatabaseClient.class), aSeventhOfTheHistory());
        CampaignFigures figures = whole.figures(kindness).block(World.PATIENCE);
        assertThat(figures.donations()).isGreaterThanOrEqualTo(5);
        assertThat(inPieces.figures(kindness).block(World.PATIENCE)).isEqualTo(figures);
        assertThat(inPieces.lastLines(kindness, 9).block(World.PATIENCE))
                .isEqualTo(whole.lastLines(kindness, 9).block(World.PATIENCE));
    }

    /** However long the tests before this one made it. */
    private long aSeventhOfTheHistory() {
        long last = world.bean(DatabaseClient.class)
                .sql("select last_sequence from ledger.head")
                .mapValue(Long.class)
                .one()
                .block(World.PATIENCE);
        return Math.max(1, last / 7);
    }

    private CampaignFigures figures() {
        World.pause(1_100);
        return books.figures(campaign).block(World.PATIENCE);
    }

    private long post(Journal journal) {
        return done(world.bean(Transactions.class).inOne(() -> world.bean(Ledger.class)
                .post(List.of(journal))
                .map(postings -> Outcome.done(postings.get(0).sequence().getAsLong()))));
    }
}
