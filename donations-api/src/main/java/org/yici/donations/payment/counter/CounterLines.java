package org.yici.donations.payment.counter;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.counter.line.CounterGift;
import org.yici.donations.payment.counter.line.CounterMethod;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.donations.payment.counter.line.LineIdentity;
import org.yici.donations.payment.counter.sheet.CheckedLine;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The lines of batches. */
@Component
public final class CounterLines {

    private static final String COLUMNS = "line, row, fate, method, campaign, given_on, amount, reference, name, phone,"
            + " note, problems, passed_over, donation, sequence, held";

    private final DatabaseClient database;
    private final LineSeal seal;
    private final LineIdentity identities;

    CounterLines(DatabaseClient database, LineSeal seal, LineIdentity identities) {
        this.database = database;
        this.seal = seal;
        this.identities = identities;
    }

    /** Which lines a page shows. */
    public enum Shown {
        ALL("true"),
        REFUSED("fate = 'REFUSED'"),
        /** Good, and not in the books for a reason. */
        HELD("held is not null and sequence is null");

        private final String condition;

        Shown(String condition) {
            this.condition = condition;
        }
    }

    /** In their order, behind a line. */
    public Flux<CounterLine> after(CounterBatchId batch, int line, Shown shown, int limit) {
        return database.sql("select " + COLUMNS + " from donations.counter_line where batch = $1 and line > $2 and "
                        + shown.condition + " order by line limit $3")
                .bind(0, batch.number())
                .bind(1, line)
                .bind(2, limit)
                .map(row -> line(batch, row))
                .all();
    }

    /** Good lines that are not in the books, in their order, behind a line. */
    Flux<CounterLine> unbooked(CounterBatchId batch, int line, int limit) {
        return database.sql("select " + COLUMNS + " from donations.counter_line where batch = $1 and line > $2"
                        + " and fate = 'GOOD' and sequence is null order by line limit $3")
                .bind(0, batch.number())
                .bind(1, line)
                .bind(2, limit)
                .map(row -> line(batch, row))
                .all();
    }

    /** How many are good and not in the books, for a reason that does not pass by itself. */
    public Mono<Long> held(CounterBatchId batch) {
        return database.sql("select count(*) from donations.counter_line where batch = $1 and " + Shown.HELD.condition)
                .bind(0, batch.number())
                .map(row -> requireNonNull(row.get(0, Long.class)))
                .one();
    }

    /** @param first the number that the first of them gets; the others follow */
    Mono<Void> insert(CounterBatchId batch, int first, List<CheckedLine> lines) {
        return LineArrays.of(batch, first, lines, seal, identities)
                .bind(database.sql(LineArrays.INSERT))
                .then();
    }

    Mono<Integer> last(CounterBatchId batch) {
        return database.sql("select coalesce(max(line), 0) from donations.counter_line where batch = $1")
                .bind(0, batch.number())
                .map(row -> requireNonNull(row.get(0, Integer.class)))
                .one();
    }

    /** True when there was such a line. */
    Mono<Boolean> delete(CounterBatchId draft, int line) {
        return database.sql("delete from donations.counter_line where batch = $1 and line = $2")
                .bind(0, draft.number())
                .bind(1, line)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    static String word(LineFate fate) {
        return fate.fold(gift -> "GOOD", problems -> "REFUSED", why -> "PASSED_OVER");
    }

    private CounterLine line(CounterBatchId batch, Readable row) {
        int number = requireNonNull(row.get("line", Integer.class));
        UUID donation = row.get("donation", UUID.class);
        return new CounterLine(
                number,
                row.get("row", Integer.class),
                fate(batch, number, row),
                donation == null
                        ? null
                        : new CounterLine.Booked(
                                new DonationId(donation), requireNonNull(row.get("sequence", Long.class))),
                row.get("held", String.class));
    }

    private LineFate fate(CounterBatchId batch, int number, Readable row) {
        return switch (text(row, "fate")) {
            case "GOOD" -> new LineFate.Good(gift(batch, number, row));
            case "REFUSED" -> new LineFate.Refused(seal.problems(batch, number, row.get("problems", byte[].class)));
            default -> new LineFate.PassedOver(LineFate.Why.valueOf(text(row, "passed_over")));
        };
    }

    private CounterGift gift(CounterBatchId batch, int number, Readable row) {
        return new CounterGift(
                CounterMethod.of(text(row, "method")).orElseThrow(),
                CampaignCode.of(text(row, "campaign")),
                requireNonNull(row.get("given_on", LocalDate.class)),
                Money.ofFen(requireNonNull(row.get("amount", Long.class))),
                row.get("reference", String.class),
                seal.donor(batch, number, row.get("name", byte[].class), row.get("phone", byte[].class)),
                seal.note(batch, number, row.get("note", byte[].class)));
    }

    private static String text(Readable row, String name) {
        @Nullable String text = row.get(name, String.class);
        return requireNonNull(text, name);
    }
}
