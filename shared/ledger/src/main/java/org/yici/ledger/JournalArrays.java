package org.yici.ledger;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.yici.proof.Commitment;

/**
 * Journals laid out as the parallel arrays that {@code ledger.post} takes, one place a journal: one round trip however many
 * there are. A service whose own SQL function posts them, together with its change of state, binds the same arrays.
 */
public final class JournalArrays {

    /** How many parameters {@link #bind} binds: all of {@code ledger.post} but the last one, the remarks. */
    public static final int COUNT = 14;

    private final List<Journal> journals;

    public JournalArrays(List<Journal> journals) {
        this.journals = List.copyOf(journals);
    }

    /** Binds the arrays to the parameters from {@code first} (counted from 0) on, in the order of {@code ledger.post}. */
    public GenericExecuteSpec bind(GenericExecuteSpec sql, int first) {
        return sql.bind(first, texts(journal -> journal.kind().word()))
                .bind(first + 1, texts(Journal::key))
                .bind(first + 2, numbers(journal -> journal.at().toEpochMilli()))
                .bind(first + 3, texts(journal -> Money.CURRENCY))
                .bind(first + 4, numbers(Journal::of))
                .bind(first + 5, texts(journal -> word(journal.grant(), GrantCode::value)))
                .bind(first + 6, texts(journal -> word(journal.aid(), AidKind::word)))
                .bind(first + 7, texts(journal -> word(journal.campaign(), CampaignCode::value)))
                .bind(first + 8, bytes(journal -> journal.secret().hash()))
                .bind(first + 9, bytes(journal -> journal.secret().salt()))
                .bind(first + 10, texts(journal -> journal.secret().json()))
                .bind(first + 11, counts())
                .bind(first + 12, accounts())
                .bind(first + 13, amounts());
    }

    private Integer[] counts() {
        return journals.stream().map(journal -> journal.entries().size()).toArray(Integer[]::new);
    }

    private String[] accounts() {
        return journals.stream()
                .flatMap(journal -> journal.entries().stream())
                .map(entry -> entry.account().value())
                .toArray(String[]::new);
    }

    private Long[] amounts() {
        return journals.stream()
                .flatMap(journal -> journal.entries().stream())
                .map(entry -> entry.amount().fen())
                .toArray(Long[]::new);
    }

    /** Pieces of 32 bytes each, one after the other. */
    private ByteBuffer bytes(Function<Journal, byte[]> piece) {
        ByteBuffer all = ByteBuffer.allocate(journals.size() * Commitment.SALT_BYTES);
        journals.forEach(journal -> all.put(piece.apply(journal)));
        return all.flip();
    }

    private static <T> @Nullable String word(@Nullable T value, Function<T, String> text) {
        return value == null ? null : text.apply(value);
    }

    private @Nullable String[] texts(Function<Journal, @Nullable String> part) {
        return journals.stream().map(part).toArray(String[]::new);
    }

    private @Nullable Long[] numbers(Function<Journal, @Nullable Long> part) {
        return journals.stream().map(part).toArray(Long[]::new);
    }
}
