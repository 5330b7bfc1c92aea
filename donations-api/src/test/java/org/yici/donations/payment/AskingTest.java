package org.yici.donations.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.gift;
import static org.yici.donations.World.key;
import static org.yici.donations.World.world;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Giving;
import reactor.core.publisher.Flux;

class AskingTest {

    private final World world = world();

    @Test
    void thousands_of_abandoned_gifts_do_not_keep_a_silent_payment_waiting() {
        Giving giving = world.bean(Giving.class);
        Flux.range(0, 3_000)
                .flatMap(i -> giving.create(gift("daily-kindness", 100), key(), new byte[] {1}), 500)
                .blockLast(World.PATIENCE);
        CreatedDonation silent = world.pending(600);
        world.play(silent, "SILENT");
        assertThat(world.until("PAID", silent)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void a_gift_whose_time_to_pay_is_over_is_closed_when_its_provider_says_that_it_is_not_paid() {
        CreatedDonation late = world.pending(600);
        overdue(late);
        world.until("CLOSED", late);
        assertThat(world.journalsOf(late)).isZero();
    }

    @Test
    void a_gift_whose_time_to_pay_is_over_is_kept_when_its_provider_has_the_money() {
        CreatedDonation paid = world.pending(600);
        world.play(paid, "SILENT");
        overdue(paid);
        world.until("PAID", paid);
    }

    private void overdue(CreatedDonation gift) {
        assertThat(world.number(
                        "with late as (update donations.donation set pay_until = now() - interval '1 minute' where id = '"
                                + gift.donation().id() + "' returning 1) select count(*) from late"))
                .isEqualTo(1);
    }
}
