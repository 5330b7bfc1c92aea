package org.yici.donations.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import org.junit.jupiter.api.Test;
import org.yici.donations.World;

class GiftsDatabaseTest {

    private final GiftsDatabase database = world().bean(GiftsDatabase.class);

    @Test
    void nothing_on_the_connections_of_giving_waits_without_end() {
        assertThat(setting("statement_timeout")).isEqualTo("20s");
        assertThat(setting("lock_timeout")).isEqualTo("10s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("20s");
    }

    private String setting(String name) {
        return database.client()
                .sql("show " + name)
                .map(row -> row.get(0, String.class))
                .one()
                .block(World.PATIENCE);
    }
}
