package org.yici.ledger;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.trace.FundLines;
import org.yici.ledger.trace.Hole;
import org.yici.ledger.trace.Inflow;
import org.yici.ledger.trace.Outflow;

/** Rows of the ledger's functions as values. */
final class LedgerRows {

    private LedgerRows() {}

    static Posting posting(Readable row) {
        String outcome = text(row, "outcome");
        return switch (outcome) {
            case "posted" -> new Posting.Posted(number(row, "sequence"), time(row));
            case "already" -> new Posting.Already(number(row, "sequence"), time(row));
            case "refused" -> {
                String account = row.get("account", String.class);
                yield new Posting.Refused(
                        PostingReason.ofWord(text(row, "reason")), account == null ? null : new AccountCode(account));
            }
            default -> throw new IllegalStateException("ledger.post answered " + outcome);
        };
    }

    static PublishedJournal published(Readable row) {
        long sequence = number(row, "sequence");
        String leaf = new PublicForm(
                        text(row, "kind"),
                        text(row, "currency"),
                        given(row.get("accounts", String[].class), "accounts"),
                        given(row.get("amounts", Long[].class), "amounts"))
                .with("of", row.get("of_sequence", Long.class))
                .with("grant", row.get("grant_code", String.class))
                .with("aid", row.get("aid", String.class))
                .with("campaign", row.get("campaign", String.class))
                .numbered(sequence, time(row), text(row, "commitment"))
                .canonical();
        return new PublishedJournal(sequence, leaf, text(row, "remarks"), text(row, "line"));
    }

    /** One row of {@code lines_of_gift} or {@code lines_of_award}: exactly one of the three. */
    record Line(
            @Nullable Inflow in,
            @Nullable Outflow out,
            @Nullable Hole hole) {}

    static Line line(Readable row) {
        long sequence = number(row, "sequence");
        FundCode fund = FundCode.of(text(row, "fund"));
        long from = number(row, "from_fen");
        long to = number(row, "to_fen");
        return switch (text(row, "line")) {
            case "in" -> new Line(new Inflow(sequence, fund, from, to, origin(row)), null, null);
            case "out" -> {
                Outflow.Use use = Outflow.Use.of(JournalKind.ofWord(text(row, "kind")));
                yield new Line(null, new Outflow(sequence, use, fund, from, to), null);
            }
            case "hole" -> new Line(null, null, new Hole(sequence, fund, from, to));
            default -> throw new IllegalStateException("no line: " + text(row, "line"));
        };
    }

    static FundLines lines(List<Line> rows) {
        List<Inflow> in = new ArrayList<>();
        List<Outflow> out = new ArrayList<>();
        List<Hole> holes = new ArrayList<>();
        for (Line row : rows) {
            if (row.in() != null) {
                in.add(row.in());
            }
            if (row.out() != null) {
                out.add(row.out());
            }
            if (row.hole() != null) {
                holes.add(row.hole());
            }
        }
        return new FundLines(in, out, holes);
    }

    private static Inflow.@Nullable Origin origin(Readable row) {
        Long sequence = row.get("origin", Long.class);
        return sequence == null
                ? null
                : new Inflow.Origin(sequence, FundCode.of(text(row, "origin_fund")), number(row, "origin_from"));
    }

    private static Instant time(Readable row) {
        return given(row.get("at", Instant.class), "at");
    }

    static long number(Readable row, String column) {
        return given(row.get(column, Long.class), column);
    }

    static String text(Readable row, String column) {
        return given(row.get(column, String.class), column);
    }

    private static <T> T given(@Nullable T value, String column) {
        return Objects.requireNonNull(value, column);
    }
}
