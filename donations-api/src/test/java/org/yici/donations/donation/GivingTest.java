package org.yici.donations.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.gift;
import static org.yici.donations.World.key;
import static org.yici.donations.World.refusal;
import static org.yici.donations.World.world;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;
import org.yici.platform.privacy.PhoneNumber;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Flux;

class GivingTest {

    private final World world = world();
    private final Giving giving = world.bean(Giving.class);

    @Test
    void fifty_clients_with_one_key_make_one_gift() {
        IdempotencyKey key = key();
        List<DonationId> ids = Flux.range(0, 50)
                .flatMap(i -> giving.create(gift("daily-kindness", 600), key, new byte[] {7}), 50)
                .map(outcome -> outcome.fold(created -> created.id(), refusal -> null))
                .collectList()
                .block(World.PATIENCE);
        assertThat(ids).hasSize(50).containsOnly(ids.get(0));
        assertThat(world.number("select count(*) from donations.wish where id = '" + ids.get(0) + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_same_key_gives_the_same_token_again() {
        IdempotencyKey key = key();
        CreatedDonation first = done(giving.create(gift("daily-kindness", 600), key, new byte[] {7}));
        CreatedDonation again = done(giving.create(gift("daily-kindness", 600), key, new byte[] {7}));
        assertThat(again.token().value()).isEqualTo(first.token().value()).hasSize(43);
    }

    @Test
    void the_same_key_with_another_wish_is_refused() {
        IdempotencyKey key = key();
        assertThat(done(giving.create(gift("daily-kindness", 600), key, new byte[] {7})))
                .isNotNull();
        assertThat(refusal(giving.create(gift("daily-kindness", 700), key, new byte[] {8})))
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void nobody_gives_to_an_unknown_campaign_or_by_an_unknown_method() {
        assertThat(refusal(giving.create(gift("no-such-thing", 600), key(), new byte[0])))
                .isEqualTo("campaign-unknown");
        NewDonation byShell = new NewDonation(
                CampaignCode.of("daily-kindness"), Money.ofFen(1), "shells", null, null, new Donor.Anonymous(null));
        assertThat(refusal(giving.create(byShell, key(), new byte[0]))).isEqualTo("payment-method");
    }

    @Test
    void a_gift_is_one_fen_to_a_million_yuan() {
        assertThat(refusal(giving.create(gift("daily-kindness", 0), key(), new byte[0])))
                .isEqualTo("gift-amount");
        assertThat(refusal(giving.create(gift("daily-kindness", 100_000_001), key(), new byte[0])))
                .isEqualTo("gift-amount");
        assertThat(done(giving.create(gift("daily-kindness", 100_000_000), key(), new byte[0])))
                .isNotNull();
    }

    @Test
    void a_donor_who_comes_again_is_known_by_phone_and_counted_once() {
        Donor donor = new Donor.Named("张三", PhoneNumber.of("13912345678"));
        long before = world.number("select count(*) from donations.donor");
        long first = world.booked(create(donor));
        long second = world.booked(create(donor));
        assertThat(world.number("select count(*) from donations.donor")).isEqualTo(before + 1);
        assertThat(remarks(first)).isEqualTo("{\"newDonor\":true,\"newFundDonor\":true}");
        assertThat(remarks(second)).isEqualTo("{\"newDonor\":false,\"newFundDonor\":false}");
    }

    @Test
    void neither_name_nor_phone_stands_in_the_database_as_it_was_typed() {
        Donor donor = new Donor.Named("李明秀", PhoneNumber.of("13800001111"));
        CreatedDonation created = create(donor);
        assertThat(world.number("select count(*) from donations.wish d where d.id = '" + created.id()
                        + "' and (d::text like '%李明秀%' or d::text like '%13800001111%')"))
                .isZero();
        assertThat(world.bean(Donations.class).nameOf(created.id()).block(World.PATIENCE))
                .isEqualTo("李明秀");
    }

    @Test
    void callers_who_hang_up_lose_nothing_of_others() {
        var done = Flux.range(0, 2_000)
                .flatMap(
                        i -> {
                            var create = giving.create(gift("daily-kindness", 100), key(), new byte[] {1});
                            return i % 3 == 0 ? create.take(java.time.Duration.ofMillis(1)) : create;
                        },
                        200)
                .filter(outcome -> !outcome.isRefused())
                .map(outcome -> outcome.fold(created -> created.id().toString(), refusal -> ""))
                .collectList()
                .block(World.PATIENCE);
        assertThat(done).hasSizeGreaterThan(1_000);
        assertThat(world.number("select count(*) from donations.wish where id in ('" + String.join("','", done) + "')"))
                .isEqualTo(done.size());
    }

    private CreatedDonation create(Donor donor) {
        NewDonation wish =
                new NewDonation(CampaignCode.of("daily-kindness"), Money.ofFen(600), "sandbox", null, null, donor);
        return done(giving.create(wish, key(), new byte[] {3}));
    }

    private String remarks(long sequence) {
        return world.bean(org.springframework.r2dbc.core.DatabaseClient.class)
                .sql("select remarks from ledger.journals where sequence = " + sequence)
                .map(row -> row.get(0, String.class))
                .one()
                .block(World.PATIENCE);
    }
}
