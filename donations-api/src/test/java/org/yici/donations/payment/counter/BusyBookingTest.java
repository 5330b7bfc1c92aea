package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.Donor;
import org.yici.donations.payment.counter.BookLine.Result;
import org.yici.donations.payment.counter.line.CounterGift;
import org.yici.donations.payment.counter.line.CounterMethod;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;

/** A crowd passes by itself: nobody is shown it as the reason why a line is not booked. */
class BusyBookingTest {

    private static final CounterBatchId BATCH = new CounterBatchId(4_711);
    private static final int LINES = 200;

    private final World world = World.with("--yici.gift.most-waiting=2");

    @Test
    void lines_that_find_the_desk_crowded_are_held_for_no_reason_and_booked_the_next_time() {
        List<Result> results = booked(LINES);
        assertThat(results).anyMatch(result -> result.booked() == null);
        assertThat(results).allMatch(result -> result.held() == null);
        assertThat(booked(1).stream().map(Result::booked).map(Objects::requireNonNull))
                .hasSize(LINES)
                .doesNotHaveDuplicates();
        assertThat(world.number("select count(*) from donations.donation where method = 'cash'"))
                .isEqualTo(LINES);
    }

    /** @param atOnce how many come to the desk together */
    private List<Result> booked(int atOnce) {
        return Objects.requireNonNull(Flux.range(1, LINES)
                .flatMap(line -> world.bean(BookLine.class).book(BATCH, line(line)), atOnce)
                .collectList()
                .block(World.PATIENCE));
    }

    private static CounterLine line(int number) {
        CounterGift gift = new CounterGift(
                CounterMethod.CASH,
                CampaignCode.of("daily-kindness"),
                LocalDate.of(2018, 5, 4),
                Money.ofFen(600),
                null,
                new Donor.Anonymous(null),
                null);
        return new CounterLine(number, number, new LineFate.Good(gift), null, null);
    }
}
