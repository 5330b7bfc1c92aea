package org.yici.donations.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.gift;
import static org.yici.donations.World.key;
import static org.yici.donations.World.paid;
import static org.yici.donations.World.world;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.yici.donations.World;
import org.yici.donations.donation.Giving;
import reactor.core.publisher.Flux;

class ManyGiftsTest {

    private static final int GIFTS = 10_000;
    private final World world = world();

    @Test
    void ten_thousand_gifts_go_through_the_same_use_cases_in_seconds() {
        Giving giving = world.bean(Giving.class);
        Confirming confirming = world.bean(Confirming.class);
        long before = world.number("select count(*) from ledger.journals where kind = 'donation'");
        Instant start = Instant.now();
        Long booked = Flux.range(0, GIFTS)
                .flatMap(
                        i -> giving.create(gift("daily-kindness", 100), key(), new byte[] {1})
                                .flatMap(created -> confirming.confirm(paid(created.fold(c -> c, r -> null)))),
                        1_000)
                .filter(outcome -> !outcome.isRefused())
                .count()
                .block(Duration.ofSeconds(60));
        Duration took = Duration.between(start, Instant.now());
        LoggerFactory.getLogger(ManyGiftsTest.class).warn("{} gifts made and booked in {}", booked, took);
        assertThat(booked).isEqualTo(GIFTS);
        assertThat(world.number("select count(*) from ledger.journals where kind = 'donation'"))
                .isEqualTo(before + GIFTS);
        assertThat(took).isLessThan(Duration.ofSeconds(50));
    }

    @Test
    void callers_who_hang_up_while_gifts_are_booked_lose_nothing() {
        Confirming confirming = world.bean(Confirming.class);
        Long answered = Flux.range(0, 1_000)
                .map(i -> world.bean(Giving.class).create(gift("daily-kindness", 100), key(), new byte[] {1}))
                .flatMap(created -> created, 100)
                .flatMap(
                        outcome -> {
                            PaidNotice notice = paid(outcome.fold(c -> c, r -> null));
                            var confirmed = confirming.confirm(notice);
                            return notice.reference().hashCode() % 3 == 0
                                    ? confirmed.take(Duration.ofMillis(1))
                                    : confirmed;
                        },
                        100)
                .flatMap(outcome -> outcome.fold(
                        gift -> world.bean(org.springframework.r2dbc.core.DatabaseClient.class)
                                .sql(
                                        "select 1 from ledger.journals j join donations.donation d on d.sequence = j.sequence"
                                                + " where j.sequence = " + gift.sequence() + " and d.status = 'PAID'")
                                .map(row -> 1)
                                .one()
                                .switchIfEmpty(reactor.core.publisher.Mono.error(new AssertionError("lost"))),
                        refusal -> reactor.core.publisher.Mono.error(new AssertionError("refused"))))
                .count()
                .block(World.PATIENCE);
        assertThat(answered).isGreaterThan(500);
    }
}
