package org.yici.donations.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.paid;
import static org.yici.donations.World.pause;
import static org.yici.donations.World.world;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import reactor.core.publisher.Flux;

/** Every outcome that the sandbox can play, over real HTTP, on real books. */
class SandboxStoryTest {

    private final World world = world();

    @Test
    void a_paid_gift_is_in_the_books_within_a_second() {
        CreatedDonation gift = world.pending(600);
        world.play(gift, "PAID");
        assertThat(world.until("PAID", gift)).isLessThan(Duration.ofMillis(1_500));
        assertThat(world.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void a_notice_that_comes_twice_is_booked_once() {
        CreatedDonation gift = world.pending(600);
        world.play(gift, "TWICE");
        world.until("PAID", gift);
        pause(700);
        assertThat(world.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void a_notice_repeated_a_hundred_times_at_once_is_booked_once() {
        CreatedDonation gift = world.pending(600);
        Confirming confirming = world.bean(Confirming.class);
        var answers = Flux.range(0, 100)
                .flatMap(i -> confirming.confirm(paid(gift)), 100)
                .map(outcome -> outcome.fold(ConfirmedGift::sequence, refusal -> -1L))
                .collectList()
                .block(World.PATIENCE);
        assertThat(answers).hasSize(100).containsOnly(answers.get(0)).doesNotContain(-1L);
        assertThat(world.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void a_failed_payment_closes_the_gift() {
        CreatedDonation gift = world.pending(600);
        world.play(gift, "FAILED");
        world.until("CLOSED", gift);
        assertThat(world.journalsOf(gift)).isZero();
    }

    @Test
    void a_payment_that_nobody_tells_of_is_found_by_asking() {
        CreatedDonation gift = world.pending(600);
        world.play(gift, "SILENT");
        assertThat(world.until("PAID", gift)).isLessThan(Duration.ofSeconds(15));
        assertThat(world.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void money_that_comes_after_the_closing_is_kept() {
        CreatedDonation gift = world.pending(600);
        world.play(gift, "LATE");
        world.until("CLOSED", gift);
        world.until("PAID", gift);
        assertThat(world.journalsOf(gift)).isEqualTo(1);
    }

    @Test
    void a_notice_of_another_amount_books_nothing() {
        CreatedDonation gift = world.pending(600);
        world.play(gift, "WRONG_AMOUNT");
        pause(1_500);
        assertThat(world.status(gift)).isEqualTo("PENDING");
        assertThat(world.journalsOf(gift)).isZero();
    }

    @Test
    void a_forged_notice_books_nothing() {
        CreatedDonation gift = world.pending(600);
        world.play(gift, "FORGED");
        pause(1_500);
        assertThat(world.status(gift)).isEqualTo("PENDING");
        assertThat(world.journalsOf(gift)).isZero();
    }

    @Test
    void a_notice_without_a_signature_is_turned_away() {
        world.web()
                .post()
                .uri("/callbacks/sandbox")
                .header("Content-Type", "application/json")
                .bodyValue("{\"order\":\"x\",\"state\":\"PAID\"}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void a_gift_that_is_closed_cannot_be_paid_at_the_cashier() {
        CreatedDonation gift = world.pending(600);
        world.play(gift, "FAILED");
        world.until("CLOSED", gift);
        world.web()
                .post()
                .uri("/pay/sandbox/{id}", gift.id())
                .header("Content-Type", "application/json")
                .bodyValue("{\"outcome\":\"PAID\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }
}
