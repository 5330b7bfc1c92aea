package org.yici.donations.donation;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Writes wishes as arrays: one round trip and one commit for as many as there are. */
final class Wishes {

    private static final HexFormat HEX = HexFormat.of();
    private static final Duration FIRST_ASKED_AFTER = Duration.ofSeconds(5);
    private static final String SQL = "select n, outcome, id from donations.take_wishes("
            + "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

    private final DatabaseClient database;

    Wishes(DatabaseClient database) {
        this.database = database;
    }

    /** Why a wish was not simply taken. */
    enum Word {
        /** The same request had come before. */
        SAME,
        /** Another request had come with this key. */
        OTHER,
        NOT_OPEN,
        UNKNOWN
    }

    /** @param id of the earlier wish with the same key; null where there is none */
    record NotTaken(Word word, @Nullable DonationId id) {}

    /** Those that were not simply taken, by their place in the list. */
    Mono<Map<Integer, NotTaken>> take(List<Wish> wishes) {
        return database.sql(SQL)
                .bind(0, ids(wishes, wish -> wish.id().value()))
                .bind(1, ids(wishes, Wish::keyMark))
                .bind(2, ids(wishes, Wish::requestMark))
                .bind(3, texts(wishes, wish -> wish.content().campaign().value()))
                .bind(4, numbers(wishes, wish -> wish.content().amount().fen()))
                .bind(5, texts(wishes, wish -> wish.content().method()))
                .bind(6, texts(wishes, wish -> wish.content().place()))
                .bind(7, texts(wishes, wish -> hex(wish.sealed().name())))
                .bind(8, texts(wishes, wish -> hex(wish.sealed().phone())))
                .bind(9, texts(wishes, wish -> hex(wish.sealed().message())))
                .bind(10, texts(wishes, wish -> hex(wish.sealed().fingerprint())))
                .bind(11, numbers(wishes, wish -> wish.at().toEpochMilli()))
                .bind(12, numbers(wishes, wish -> wish.wallTime()
                        .plus(wish.timeToPay())
                        .toEpochMilli()))
                .bind(13, numbers(wishes, wish -> wish.wallTime()
                        .plus(FIRST_ASKED_AFTER)
                        .toEpochMilli()))
                .map(row -> Map.entry(requireNonNull(row.get("n", Integer.class)) - 1, notTaken(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static NotTaken notTaken(Readable row) {
        UUID id = row.get("id", UUID.class);
        return new NotTaken(
                word(requireNonNull(row.get("outcome", String.class))), id == null ? null : new DonationId(id));
    }

    private static Word word(String outcome) {
        return switch (outcome) {
            case "same" -> Word.SAME;
            case "other" -> Word.OTHER;
            case "not-open" -> Word.NOT_OPEN;
            case "unknown" -> Word.UNKNOWN;
            default -> throw new IllegalStateException("donations.take_wishes answered " + outcome);
        };
    }

    private static UUID[] ids(List<Wish> wishes, Function<Wish, UUID> part) {
        return wishes.stream().map(part).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(List<Wish> wishes, Function<Wish, @Nullable String> part) {
        return wishes.stream().map(part).toArray(String[]::new);
    }

    private static Long[] numbers(List<Wish> wishes, Function<Wish, Long> part) {
        return wishes.stream().map(part).toArray(Long[]::new);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HEX.formatHex(bytes);
    }
}
