package org.yici.donations.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.key;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.Giving;
import org.yici.donations.donation.NewDonation;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;
import org.yici.platform.privacy.PhoneNumber;

/** A donor's last gift goes back at the moment at which the donor gives again: the count of donors stays true. */
class DonorRaceTest {

    private static final int ROUNDS = 25;

    private final RefundDesk desk = new RefundDesk();

    @Test
    void who_gives_again_while_the_last_gift_goes_back_counts_once() {
        for (int round = 0; round < ROUNDS; round++) {
            String phone = "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
            CreatedDonation last = wishedBy(phone);
            assertThat(desk.world.booked(last)).isPositive();
            CreatedDonation again = wishedBy(phone);
            Refund proposed = desk.proposed(last, 1_000, "退回");
            List.of(
                            CompletableFuture.runAsync(() -> approve(proposed)),
                            CompletableFuture.runAsync(() -> desk.world.booked(again)))
                    .forEach(CompletableFuture::join);
            assertThat(counted("newDonor", "donorGone", last, again))
                    .as("round %d: one donor gives, and has given", round)
                    .isEqualTo(1);
            assertThat(counted("newFundDonor", "fundDonorGone", last, again)).isEqualTo(1);
        }
        desk.booksAreRight();
    }

    private void approve(Refund refund) {
        done(desk.world.bean(DecideRefund.class).approve(RefundDesk.APPROVER, refund.id(), null, null));
    }

    private CreatedDonation wishedBy(String phone) {
        NewDonation wish = new NewDonation(
                CampaignCode.of(desk.campaign),
                Money.ofFen(1_000),
                "sandbox",
                null,
                null,
                new Donor.Anonymous(PhoneNumber.of(phone)));
        return done(desk.world.bean(Giving.class).create(wish, key(), new byte[] {1}));
    }

    /** What the journals of two gifts, and of the refund of the first, add to the number of donors. */
    private long counted(String comes, String goes, CreatedDonation first, CreatedDonation second) {
        World world = desk.world;
        return world.number("select coalesce(sum(coalesce((remarks::jsonb ->> '" + comes + "')::boolean::int, 0)"
                + " - coalesce((remarks::jsonb ->> '" + goes + "')::boolean::int, 0)), 0)::bigint from ledger.journals"
                + " where key in ('donation/" + first.id() + "', 'donation/" + second.id() + "')"
                + " or of_sequence = " + world.sequenceOf(first));
    }
}
