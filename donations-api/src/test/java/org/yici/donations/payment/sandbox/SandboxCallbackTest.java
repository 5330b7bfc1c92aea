package org.yici.donations.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.ledger.FundCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.ledger.Posting;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;

class SandboxCallbackTest {

    private final World world = world();

    @Test
    void a_good_payment_that_the_ledger_does_not_take_is_to_be_told_again() {
        CreatedDonation gift = world.pending(600);
        spoilTheBooks(gift);
        tell(gift, 600)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("payment-not-posted");
        assertThat(world.status(gift)).isEqualTo("PENDING");
    }

    @Test
    void a_wrong_amount_is_refused_once_and_for_all() {
        CreatedDonation gift = world.pending(600);
        tell(gift, 601).expectStatus().isOk().expectBody().jsonPath("$.result").isEqualTo("payment-amount");
    }

    private WebTestClient.ResponseSpec tell(CreatedDonation gift, long fen) {
        String id = gift.id().toString();
        String body = "{\"order\":\"%s\",\"reference\":\"sandbox-%s\",\"state\":\"PAID\",".formatted(id, id)
                + "\"amount\":{\"value\":%d,\"currency\":\"CNY\"}}".formatted(fen);
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        return world.web()
                .post()
                .uri("/callbacks/sandbox")
                .header("Content-Type", "application/json")
                .header(SandboxSignature.TIMESTAMP, timestamp)
                .header(
                        SandboxSignature.SIGNATURE,
                        world.bean(SandboxSignature.class).sign(timestamp, body.getBytes(StandardCharsets.UTF_8)))
                .bodyValue(body)
                .exchange();
    }

    /** Something else stands under this gift's key, so the ledger refuses the gift's own journal. */
    private void spoilTheBooks(CreatedDonation gift) {
        Ledger ledger = world.bean(Ledger.class);
        var other = MoneyMoves.giftReceived(
                "donation/" + gift.id(),
                Instant.now(),
                "sandbox",
                FundCode.of("daily-kindness"),
                gift.content().campaign(),
                Money.ofFen(1));
        List<Posting> posted = World.done(world.bean(Transactions.class)
                .inOne(() -> ledger.post(List.of(other)).map(Outcome::done)));
        assertThat(posted).hasSize(1);
    }
}
