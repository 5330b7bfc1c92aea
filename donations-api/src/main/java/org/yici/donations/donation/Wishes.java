package org.yici.donations.donation;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Wishes laid out as the parallel arrays that {@code donations.take_wishes} takes, and what it answers. */
public final class Wishes {

    /** How many parameters {@link #bind} binds. */
    public static final int COUNT = 14;

    private static final HexFormat HEX = HexFormat.of();
    private static final Duration FIRST_ASKED_AFTER = Duration.ofSeconds(5);
    private static final Fate TAKEN = new Fate(Word.TAKEN, null);

    private final List<Wish> wishes;

    public Wishes(List<Wish> wishes) {
        this.wishes = List.copyOf(wishes);
    }

    /** What became of a wish. */
    public enum Word {
        TAKEN,
        /** The same request had come before. */
        SAME,
        /** Another request had come with this key. */
        OTHER,
        NOT_OPEN,
        UNKNOWN
    }

    /** @param id of the earlier wish with the same key; null where there is none */
    public record Fate(Word word, @Nullable DonationId id) {}

    /** Binds the arrays to the parameters from {@code first} (counted from 0) on. */
    public GenericExecuteSpec bind(GenericExecuteSpec sql, int first) {
        return sql.bind(first, ids(wish -> wish.id().value()))
                .bind(first + 1, ids(Wish::keyMark))
                .bind(first + 2, ids(Wish::requestMark))
                .bind(first + 3, texts(wish -> wish.content().campaign().value()))
                .bind(first + 4, numbers(wish -> wish.content().amount().fen()))
                .bind(first + 5, texts(wish -> wish.content().method()))
                .bind(first + 6, texts(wish -> wish.content().place()))
                .bind(first + 7, texts(wish -> hex(wish.sealed().name())))
                .bind(first + 8, texts(wish -> hex(wish.sealed().phone())))
                .bind(first + 9, texts(wish -> hex(wish.sealed().message())))
                .bind(first + 10, texts(wish -> hex(wish.sealed().fingerprint())))
                .bind(first + 11, numbers(wish -> wish.at().toEpochMilli()))
                .bind(
                        first + 12,
                        numbers(wish -> wish.wallTime().plus(wish.timeToPay()).toEpochMilli()))
                .bind(
                        first + 13,
                        numbers(wish -> wish.wallTime().plus(FIRST_ASKED_AFTER).toEpochMilli()));
    }

    /** One a wish, in their order, from the columns {@code odd, outcomes, earlier}: the places that were not simply taken. */
    public List<Fate> fates(Readable row) {
        List<Fate> fates = new ArrayList<>(Collections.nCopies(wishes.size(), TAKEN));
        Integer[] odd = row.get("odd", Integer[].class);
        if (odd != null) {
            String[] outcomes = requireNonNull(row.get("outcomes", String[].class));
            UUID[] earlier = requireNonNull(row.get("earlier", UUID[].class));
            for (int i = 0; i < odd.length; i++) {
                fates.set(
                        odd[i] - 1,
                        new Fate(word(outcomes[i]), earlier[i] == null ? null : new DonationId(earlier[i])));
            }
        }
        return fates;
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

    private UUID[] ids(Function<Wish, UUID> part) {
        return wishes.stream().map(part).toArray(UUID[]::new);
    }

    private @Nullable String[] texts(Function<Wish, @Nullable String> part) {
        return wishes.stream().map(part).toArray(String[]::new);
    }

    private Long[] numbers(Function<Wish, Long> part) {
        return wishes.stream().map(part).toArray(Long[]::new);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HEX.formatHex(bytes);
    }
}
