package org.yici.donations.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.gift;
import static org.yici.donations.World.key;
import static org.yici.donations.World.world;

import java.time.Duration;
import java.time.Instant;
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

    @Test
    void a_gift_that_was_paid_just_before_it_was_closed_is_found_though_nobody_tells() {
        CreatedDonation gift = world.pending(600);
        world.play(gift, "SILENT");
        world.bean(Closing.class).close(gift.id()).block(World.PATIENCE);
        world.until("PAID", gift);
        assertThat(world.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void a_gift_that_was_closed_long_ago_is_asked_for_once_more_and_never_again() {
        CreatedDonation gift = world.pending(600);
        world.bean(Closing.class).close(gift.id()).block(World.PATIENCE);
        change(gift, "pay_until = now() - interval '20 hours', ask_at = now()");
        until(gift, "asks = 1 and ask_at = 'infinity' and status = 'CLOSED'");
    }

    @Test
    void a_gift_whose_method_is_no_more_is_put_off_and_keeps_nobody_waiting() {
        CreatedDonation gift = world.pending(600);
        change(gift, "method = 'gone', ask_at = now()");
        until(gift, "asks = 1 and ask_at > now() + interval '50 minutes'");
        change(gift, "method = 'sandbox'");
    }

    private void until(CreatedDonation gift, String condition) {
        Instant end = Instant.now().plus(World.PATIENCE);
        while (world.number("select count(*) from donations.wish where id = '" + gift.id() + "' and " + condition)
                == 0) {
            assertThat(Instant.now()).as(condition).isBefore(end);
            World.pause(100);
        }
    }

    private void overdue(CreatedDonation gift) {
        change(gift, "pay_until = now() - interval '1 minute'");
    }

    private void change(CreatedDonation gift, String what) {
        assertThat(world.number("with changed as (update donations.wish set " + what + " where id = '" + gift.id()
                        + "' returning 1) select count(*) from changed"))
                .isEqualTo(1);
    }
}
