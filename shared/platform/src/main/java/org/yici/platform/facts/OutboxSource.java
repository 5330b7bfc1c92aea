package org.yici.platform.facts;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.proof.CanonicalJson;
import reactor.core.publisher.Flux;

/** Facts and notices, from the outbox. */
record OutboxSource(String topic, DatabaseClient database) implements Source {

    @Override
    public Flux<Outgoing> after(long number, int limit) {
        return database.sql("select number, key, type, sequence, at, body from platform.outbox"
                        + " where topic = $1 and number > $2 order by number limit $3")
                .bind(0, topic)
                .bind(1, number)
                .bind(2, limit)
                .map(this::outgoing)
                .all();
    }

    private Outgoing outgoing(Readable row) {
        long number = row.get("number", Long.class);
        return new Outgoing(topic, number, row.get("key", String.class), envelope(row, number));
    }

    private static @Nullable String envelope(Readable row, long number) {
        String body = row.get("body", String.class);
        if (body == null) {
            return null;
        }
        String at = Wire.time(row.get("at", OffsetDateTime.class).toInstant());
        return "{\"at\":" + CanonicalJson.write(at) + ",\"body\":" + body + ",\"number\":" + number + ",\"sequence\":"
                + row.get("sequence", Long.class) + ",\"type\":" + CanonicalJson.write(row.get("type", String.class))
                + ",\"v\":" + Wire.VERSION + "}";
    }
}
