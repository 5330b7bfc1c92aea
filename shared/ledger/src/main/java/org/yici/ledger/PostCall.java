package org.yici.ledger;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.yici.proof.CanonicalJson;
import org.yici.proof.Commitment;

/** Journals laid out as the parallel arrays of {@code ledger.post}: one round trip however many there are. */
final class PostCall {

    private static final String SQL = """
            select n, outcome, sequence, at, reason, account
            from ledger.post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            order by n
            """;

    private final List<Journal> journals;

    PostCall(List<Journal> journals) {
        this.journals = journals;
    }

    GenericExecuteSpec on(DatabaseClient database) {
        List<Entry> entries =
                journals.stream().flatMap(journal -> journal.entries().stream()).toList();
        return database.sql(SQL)
                .bind(0, texts(journal -> journal.kind().word()))
                .bind(1, texts(Journal::key))
                .bind(2, numbers(journal -> journal.at().toEpochMilli()))
                .bind(3, texts(journal -> Money.CURRENCY))
                .bind(4, numbers(Journal::of))
                .bind(
                        5,
                        texts(journal ->
                                journal.grant() == null ? null : journal.grant().value()))
                .bind(
                        6,
                        texts(journal ->
                                journal.aid() == null ? null : journal.aid().word()))
                .bind(
                        7,
                        texts(journal -> journal.campaign() == null
                                ? null
                                : journal.campaign().value()))
                .bind(8, bytes(journal -> journal.secret().hash()))
                .bind(9, bytes(journal -> journal.secret().salt()))
                .bind(10, texts(journal -> journal.secret().json()))
                .bind(11, texts(journal -> CanonicalJson.write(journal.remarks())))
                .bind(
                        12,
                        journals.stream()
                                .map(journal -> journal.entries().size())
                                .toArray(Integer[]::new))
                .bind(13, entries.stream().map(entry -> entry.account().value()).toArray(String[]::new))
                .bind(14, entries.stream().map(entry -> entry.amount().fen()).toArray(Long[]::new));
    }

    /** Pieces of 32 bytes each, one after the other. */
    private ByteBuffer bytes(Function<Journal, byte[]> piece) {
        ByteBuffer all = ByteBuffer.allocate(journals.size() * Commitment.SALT_BYTES);
        journals.forEach(journal -> all.put(piece.apply(journal)));
        return all.flip();
    }

    private @Nullable String[] texts(Function<Journal, @Nullable String> part) {
        return journals.stream().map(part).toArray(String[]::new);
    }

    private @Nullable Long[] numbers(Function<Journal, @Nullable Long> part) {
        return journals.stream().map(part).toArray(Long[]::new);
    }
}
