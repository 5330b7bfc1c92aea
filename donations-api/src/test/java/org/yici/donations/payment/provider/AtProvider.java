package org.yici.donations.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.key;

import java.util.List;
import java.util.UUID;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.Giving;
import org.yici.donations.donation.NewDonation;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;

/** What a donor, the desk and the books do, whichever the provider. */
final class AtProvider {

    private static final String ELSEWHERE = "1; url=";

    final World world;
    private final String provider;

    AtProvider(World world, String provider) {
        this.world = world;
        this.provider = provider;
    }

    CreatedDonation gift(long fen) {
        return done(world.bean(Giving.class)
                .create(
                        new NewDonation(
                                CampaignCode.of("daily-kindness"),
                                Money.ofFen(fen),
                                provider,
                                null,
                                null,
                                new Donor.Anonymous(null)),
                        key(),
                        new byte[] {1}));
    }

    /** Loads the pay page with a browser; where it leads, or the page itself. */
    String look(CreatedDonation gift, String browser) {
        var result = world.web()
                .get()
                .uri("/pay/" + provider + "/" + gift.id() + "?token="
                        + gift.token().value())
                .header("User-Agent", browser)
                .exchange()
                .returnResult(String.class);
        assertThat(result.getStatus().value()).as("the pay page").isEqualTo(200);
        String refresh = String.valueOf(result.getResponseHeaders().getFirst("Refresh"));
        return refresh.startsWith(ELSEWHERE)
                ? refresh.substring(ELSEWHERE.length())
                : String.join("", result.getResponseBody().collectList().block(World.PATIENCE));
    }

    /** The number of the newest order of a gift. */
    String order(CreatedDonation gift) {
        return world.text("select id::text from donations.provider_order where donation = '" + gift.id()
                        + "' order by id desc limit 1")
                .map(id -> OrderNumber.of(UUID.fromString(id)).value())
                .orElseThrow();
    }

    String stateOf(String order) {
        return world.text("select state from donations.provider_order where id = '" + new OrderNumber(order).id() + "'")
                .orElseThrow();
    }

    long account(String code) {
        return world.number(
                "select coalesce(sum(side * balance), 0)::bigint from ledger.accounts where code = '" + code + "'");
    }

    long openLines() {
        return world.number(
                "select count(*) from donations.bill_line where provider = '" + provider + "' and not matched");
    }

    List<String> discrepancies() {
        return world.bean(org.yici.donations.payment.discrepancy.Discrepancies.class)
                .open(0, 100_000)
                .map(found -> found.kind().word())
                .collectList()
                .block(World.PATIENCE);
    }
}
