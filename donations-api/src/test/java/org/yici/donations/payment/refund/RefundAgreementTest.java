package org.yici.donations.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.Giving;
import org.yici.donations.donation.NewDonation;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.trace.GiftTrace;
import org.yici.platform.privacy.PhoneNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** After a refund the receipt, the trace, the totals and the provider say the same. */
class RefundAgreementTest {

    private final RefundDesk desk = new RefundDesk();

    @Test
    void a_part_that_went_back_is_the_same_on_every_page_and_in_every_book() {
        CreatedDonation other = desk.given(5_000);
        CreatedDonation gift = desk.given(1_000);
        assertThat(raisedBecomes(6_000)).isTrue();
        desk.granted(5_200);
        desk.approved(gift, 300, "退回三元");
        desk.round();

        JsonNode receipt = read("/receipts/" + gift.token().value() + ".json");
        assertThat(receipt.path("status").asString()).isEqualTo("PART_REFUNDED");
        JsonNode way = receipt.path("way");
        assertThat(fen(way.path("refunded"))).isEqualTo(300);
        assertThat(fen(way.path("unspent"))).isEqualTo(500);
        assertThat(fen(way.path("paid").path(0).path("amount"))).isEqualTo(200);
        assertThat(receipt.path("refunds").path(0).path("state").asString()).isEqualTo("DONE");
        assertThat(fen(receipt.path("refunds").path(0).path("amount"))).isEqualTo(300);

        GiftTrace trace = trace(gift);
        assertThat(trace.refunded()).isEqualTo(Money.ofFen(300));
        assertThat(trace.unspent()).isEqualTo(Money.ofFen(500));
        assertThat(desk.fund()).isEqualTo(500);
        assertThat(raisedBecomes(5_700)).as("received less refunded").isTrue();
        assertThat(desk.sentBack(gift)).isEqualTo(300);
        assertThat(trace(other).refunded()).isEqualTo(Money.ZERO);
        desk.booksAreRight();
    }

    @Test
    void a_donor_counts_until_the_last_fen_of_the_last_gift_has_gone_back() {
        String phone = "139"
                + UUID.randomUUID()
                        .toString()
                        .replaceAll("[^0-9]", "")
                        .concat("00000000")
                        .substring(0, 8);
        CreatedDonation first = givenBy(phone, 1_000);
        CreatedDonation second = givenBy(phone, 500);
        assertThat(remarks("donation", first)).isEqualTo("{\"newDonor\":true,\"newFundDonor\":true}");
        assertThat(remarks("donation", second)).isEqualTo("{\"newDonor\":false,\"newFundDonor\":false}");

        desk.approved(first, 400, "退一部分");
        assertThat(lastRemarks()).isEqualTo("{}");
        desk.round();
        desk.approved(first, 600, "退其余");
        assertThat(lastRemarks()).isEqualTo("{\"donorGone\":false,\"fundDonorGone\":false}");
        desk.approved(second, 500, "退第二笔");
        assertThat(lastRemarks()).isEqualTo("{\"donorGone\":true,\"fundDonorGone\":true}");

        CreatedDonation again = givenBy(phone, 700);
        assertThat(remarks("donation", again)).as("counts anew").isEqualTo("{\"newDonor\":true,\"newFundDonor\":true}");
    }

    @Test
    void a_donor_who_left_no_mark_was_one_by_the_gift_alone() {
        CreatedDonation gift = desk.given(1_000);
        desk.approved(gift, 1_000, "退回");
        assertThat(lastRemarks()).isEqualTo("{\"donorGone\":true,\"fundDonorGone\":true}");
    }

    private CreatedDonation givenBy(String phone, long fen) {
        NewDonation wish = new NewDonation(
                CampaignCode.of(desk.campaign),
                Money.ofFen(fen),
                "sandbox",
                null,
                null,
                new Donor.Anonymous(PhoneNumber.of(phone)));
        CreatedDonation gift = done(desk.world.bean(Giving.class).create(wish, World.key(), new byte[] {1}));
        assertThat(desk.world.booked(gift)).isPositive();
        return gift;
    }

    private String remarks(String kind, CreatedDonation gift) {
        return desk.text("select remarks from ledger.journals where key = '" + kind + "/" + gift.id() + "'");
    }

    private String lastRemarks() {
        return desk.text("select remarks from ledger.journals where kind = 'refund' order by sequence desc limit 1");
    }

    /** The campaign's figures are looked at once a second. */
    private boolean raisedBecomes(long fen) {
        for (int i = 0; i < 60; i++) {
            if (fen(read("/api/v1/campaigns/" + desk.campaign).path("raised")) == fen) {
                return true;
            }
            World.pause(50);
        }
        return false;
    }

    private static long fen(JsonNode amount) {
        return amount.path("value").asLong();
    }

    private GiftTrace trace(CreatedDonation gift) {
        return desk.world
                .bean(Ledger.class)
                .traceOfGift(desk.world.sequenceOf(gift))
                .block(World.PATIENCE);
    }

    private JsonNode read(String path) {
        return JsonMapper.shared()
                .readTree(desk.world
                        .web()
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody());
    }
}
