package org.yici.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.yici.proof.CanonicalJson;

/** Journals laid out as the parallel arrays of {@code ledger.post}: one round trip however many there are. */
final class PostCall {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private static final String SQL = """
            select n, outcome, sequence, at, reason, account
            from ledger.post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
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
                .bind(2, texts(PostCall::content))
                .bind(3, numbers(journal -> journal.at().toEpochMilli()))
                .bind(4, texts(journal -> Money.CURRENCY))
                .bind(5, numbers(Journal::of))
                .bind(
                        6,
                        texts(journal ->
                                journal.grant() == null ? null : journal.grant().value()))
                .bind(
                        7,
                        texts(journal ->
                                journal.aid() == null ? null : journal.aid().word()))
                .bind(
                        8,
                        texts(journal -> journal.campaign() == null
                                ? null
                                : journal.campaign().value()))
                .bind(9, texts(journal -> journal.secret().base64()))
                .bind(
                        10,
                        texts(journal -> BASE64.encodeToString(journal.secret().salt())))
                .bind(11, texts(journal -> journal.secret().json()))
                .bind(12, texts(journal -> CanonicalJson.write(journal.remarks())))
                .bind(
                        13,
                        journals.stream()
                                .map(journal -> journal.entries().size())
                                .toArray(Integer[]::new))
                .bind(14, entries.stream().map(entry -> entry.account().value()).toArray(String[]::new))
                .bind(15, entries.stream().map(entry -> entry.amount().fen()).toArray(Long[]::new));
    }

    private @Nullable String[] texts(Function<Journal, @Nullable String> part) {
        return journals.stream().map(part).toArray(String[]::new);
    }

    private @Nullable Long[] numbers(Function<Journal, @Nullable Long> part) {
        return journals.stream().map(part).toArray(Long[]::new);
    }

    /**
     * SHA-256 of what makes two journals the same. Not the time: a step that is tried again is a little later. Not the
     * private part: an unsalted hash of it would outlive the erasure of its salt.
     */
    private static String content(Journal journal) {
        String form = PublicForm.of(journal).canonical();
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(form.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
