package org.yici.donations.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.Donations;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SandboxOrdersTest {

    private static final int TRIES = 30;
    private final World world = world();
    private final SandboxOrders orders = world.bean(SandboxOrders.class);

    @Test
    void of_two_first_clicks_at_the_same_moment_one_counts() {
        for (int i = 0; i < TRIES; i++) {
            CreatedDonation gift = world.pending(100);
            Flux.merge(play(gift, SandboxOutcome.PAID), play(gift, SandboxOutcome.FAILED))
                    .blockLast(World.PATIENCE);
            assertThat(world.number(
                            "select count(*) from donations.sandbox_notice where donation = '" + gift.id() + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void what_is_going_to_be_paid_late_cannot_fail_meanwhile() {
        CreatedDonation gift = world.pending(100);
        Flux.concat(play(gift, SandboxOutcome.LATE), play(gift, SandboxOutcome.FAILED))
                .blockLast(World.PATIENCE);
        world.until("PAID", gift);
    }

    private Mono<Outcome<Donation>> play(CreatedDonation gift, SandboxOutcome outcome) {
        return world.bean(Donations.class).find(gift.id()).flatMap(donation -> orders.play(donation, outcome));
    }
}
