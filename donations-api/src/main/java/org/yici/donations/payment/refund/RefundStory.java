package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.ledger.Money;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happened to a refund, line by line. Lines are only added; what people typed is sealed. */
@Component
public final class RefundStory {

    private final DatabaseClient database;
    private final FieldCipher cipher;

    RefundStory(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /**
     * @param at program clock
     * @param actor username; null for the donor, the program or the provider
     * @param words what a person typed
     * @param code what a machine said
     */
    public record Line(
            RefundAct act,
            Instant at,
            @Nullable String actor,
            @Nullable Money amount,
            @Nullable String words,
            @Nullable String code) {

        static Line of(RefundAct act, Instant at) {
            return new Line(act, at, null, null, null, null);
        }

        Line by(@Nullable String username) {
            return new Line(act, at, username, amount, words, code);
        }

        Line about(@Nullable Money money) {
            return new Line(act, at, actor, money, words, code);
        }

        Line saying(@Nullable String typed) {
            return new Line(act, at, actor, amount, typed, code);
        }

        Line coded(@Nullable String machineWord) {
            return new Line(act, at, actor, amount, words, machineWord);
        }
    }

    /** Oldest first. */
    public Flux<Line> of(RefundId id) {
        return database.sql("select n, act, at, actor, amount, words, code from donations.refund_step"
                        + " where refund = $1 order by n")
                .bind(0, id.value())
                .map(row -> line(id, row))
                .all();
    }

    /** On a refund that the caller has locked, so that nobody else adds the same line. */
    Mono<Void> add(RefundId id, Line line) {
        return database.sql("select count(*)::integer + 1 as n from donations.refund_step where refund = $1")
                .bind(0, id.value())
                .map(row -> requireNonNull(row.get("n", Integer.class)))
                .one()
                .flatMap(n -> add(id, n, line));
    }

    private Mono<Void> add(RefundId id, int n, Line line) {
        Money amount = line.amount();
        String words = line.words();
        var insert = database.sql("insert into donations.refund_step (refund, n, act, at, actor, amount, words, code)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8)")
                .bind(0, id.value())
                .bind(1, n)
                .bind(2, line.act().name())
                .bind(3, line.at().atOffset(ZoneOffset.UTC));
        insert = line.actor() == null ? insert.bindNull(4, String.class) : insert.bind(4, line.actor());
        insert = amount == null ? insert.bindNull(5, Long.class) : insert.bind(5, amount.fen());
        insert = words == null ? insert.bindNull(6, byte[].class) : insert.bind(6, cipher.encrypt(words, cell(id, n)));
        insert = line.code() == null ? insert.bindNull(7, String.class) : insert.bind(7, line.code());
        return insert.then();
    }

    private Line line(RefundId id, Readable row) {
        Long amount = row.get("amount", Long.class);
        byte[] words = row.get("words", byte[].class);
        int n = requireNonNull(row.get("n", Integer.class));
        return new Line(
                RefundAct.valueOf(requireNonNull(row.get("act", String.class))),
                requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                row.get("actor", String.class),
                amount == null ? null : Money.ofFen(amount),
                words == null ? null : cipher.decrypt(words, cell(id, n)),
                row.get("code", String.class));
    }

    private static Cell cell(RefundId id, int n) {
        return Cell.of("donations.refund_step", id + "/" + n, "words");
    }
}
