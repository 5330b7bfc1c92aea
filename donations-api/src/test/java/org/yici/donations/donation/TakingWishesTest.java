package org.yici.donations.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.done;
import static org.yici.donations.World.gift;
import static org.yici.donations.World.key;
import static org.yici.donations.World.refusal;
import static org.yici.donations.World.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.CampaignState;
import org.yici.platform.web.IdempotencyKey;

/** What the database decides about wishes, since it takes many at a time. */
class TakingWishesTest {

    private static final Instant NOON = Instant.parse("2018-05-04T04:00:00Z");

    private final World world = world();
    private final Giving giving = world.bean(Giving.class);

    @Test
    void a_campaign_takes_gifts_in_the_database_exactly_when_the_policy_says_so() {
        for (CampaignState state : CampaignState.values()) {
            for (Instant at : new Instant[] {NOON.minusMillis(1), NOON, NOON.plusSeconds(59), NOON.plusSeconds(60)}) {
                for (Instant closes : new Instant[] {null, NOON.plusSeconds(60)}) {
                    assertThat(inTheDatabase(state, closes, at))
                            .as("%s until %s at %s", state, closes, at)
                            .isEqualTo(inThePolicy(state, closes, at));
                }
            }
        }
    }

    private static boolean inThePolicy(CampaignState state, Instant closes, Instant at) {
        Campaign c = World.kindness("daily-kindness");
        return new Campaign(
                        c.code(),
                        c.fund(),
                        state,
                        c.title(),
                        c.purpose(),
                        c.story(),
                        c.chips(),
                        c.goal(),
                        c.filingNumber(),
                        c.qualification(),
                        c.organisation(),
                        c.personInCharge(),
                        c.contact(),
                        c.leftOver(),
                        c.platformLink(),
                        NOON,
                        closes)
                .takesGiftsAt(at);
    }

    private boolean inTheDatabase(CampaignState state, Instant closes, Instant at) {
        String row = "{\"state\":\"%s\",\"opens_at\":\"%s\",\"closes_at\":%s}"
                .formatted(state, NOON, closes == null ? "null" : "\"" + closes + "\"");
        return world.number("select donations.takes_gifts(jsonb_populate_record(null::donations.campaign, '" + row
                        + "'), '" + at + "')::int::bigint")
                == 1;
    }

    @Test
    void a_key_of_last_week_is_known_and_one_of_three_weeks_ago_is_free() {
        IdempotencyKey lastWeek = key();
        IdempotencyKey longAgo = key();
        DonationId earlier = done(giving.create(gift("daily-kindness", 600), key(), new byte[] {5}))
                .id();
        remember(lastWeek, earlier, Duration.ofDays(7));
        remember(longAgo, earlier, Duration.ofDays(14));
        assertThat(done(giving.create(gift("daily-kindness", 600), lastWeek, new byte[] {5}))
                        .id())
                .isEqualTo(earlier);
        assertThat(refusal(giving.create(gift("daily-kindness", 600), lastWeek, new byte[] {6})))
                .isEqualTo("idempotency-key-reused");
        assertThat(done(giving.create(gift("daily-kindness", 600), longAgo, new byte[] {5}))
                        .id())
                .isNotEqualTo(earlier);
    }

    private void remember(IdempotencyKey key, DonationId id, Duration ago) {
        Wish wish = new Wish(id, null, null, key, new byte[] {5}, NOON, NOON, Duration.ZERO);
        assertThat(world.number("with kept as (insert into donations.gift_key (key, request, id, slot) values ('"
                        + wish.keyMark() + "', '" + wish.requestMark() + "', '" + id
                        + "', donations.key_slot(now() - interval '"
                        + ago.toDays() + " days')) returning 1) select count(*) from kept"))
                .isEqualTo(1);
    }

    @Test
    void one_key_many_times_in_one_batch_makes_one_gift() {
        IdempotencyKey key = key();
        var answers = reactor.core.publisher.Flux.fromIterable(Arrays.asList(1, 2, 3, 4, 5, 6, 7, 8))
                .flatMap(i -> giving.create(gift("daily-kindness", 600), key, new byte[] {(byte) (i % 2)}), 8)
                .map(outcome -> outcome.fold(created -> created.id().toString(), refusal -> refusal.reason()
                        .word()))
                .collectList()
                .block(World.PATIENCE);
        assertThat(answers).hasSize(8).contains("idempotency-key-reused");
        assertThat(answers.stream().distinct()).hasSize(2);
    }
}
