package org.yici.donations.payment.counter;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.yici.donations.payment.counter.line.CounterGift;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.donations.payment.counter.line.LineIdentity;
import org.yici.donations.payment.counter.sheet.CheckedLine;

/** Checked lines laid out as parallel arrays, sealed, for one statement. */
final class LineArrays {

    static final String INSERT = """
            insert into donations.counter_line (batch, line, row, fate, method, campaign, given_on, amount, reference, name,
              phone, note, problems, passed_over, identity)
            select $1, l.line, l.row, l.fate, l.method, l.campaign, l.given_on::date, l.amount, l.reference,
              decode(l.name, 'hex'), decode(l.phone, 'hex'), decode(l.note, 'hex'), decode(l.problems, 'hex'),
              l.passed_over, decode(l.identity, 'hex')
            from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as l (line, row, fate, method,
              campaign, given_on, amount, reference, name, phone, note, problems, passed_over, identity)
            """;

    private static final HexFormat HEX = HexFormat.of();

    private final CounterBatchId batch;
    private final List<Line> lines;

    private record Line(
            int number,
            CheckedLine checked,
            @Nullable CounterGift gift,
            LineSeal.Sealed sealed,
            byte @Nullable [] identity) {}

    private LineArrays(CounterBatchId batch, List<Line> lines) {
        this.batch = batch;
        this.lines = lines;
    }

    /** @param first the number of the first line */
    static LineArrays of(
            CounterBatchId batch, int first, List<CheckedLine> checked, LineSeal seal, LineIdentity identities) {
        int[] next = {first};
        return new LineArrays(
                batch,
                checked.stream()
                        .map(line -> line(batch, next[0]++, line, seal, identities))
                        .toList());
    }

    private static Line line(
            CounterBatchId batch, int number, CheckedLine line, LineSeal seal, LineIdentity identities) {
        return line.fate()
                .fold(
                        gift -> new Line(number, line, gift, seal.seal(batch, number, gift), identities.of(gift)),
                        problems -> new Line(number, line, null, seal.seal(batch, number, problems), null),
                        why -> new Line(number, line, null, LineSeal.Sealed.NOTHING, null));
    }

    GenericExecuteSpec bind(GenericExecuteSpec sql) {
        return sql.bind(0, batch.number())
                .bind(1, lines.stream().map(Line::number).toArray(Integer[]::new))
                .bind(2, lines.stream().map(line -> line.checked.row()).toArray(Integer[]::new))
                .bind(3, texts(line -> CounterLines.word(line.checked.fate())))
                .bind(4, gifts(gift -> gift.method().word()))
                .bind(5, gifts(gift -> gift.campaign().value()))
                .bind(6, gifts(gift -> gift.givenOn().toString()))
                .bind(
                        7,
                        lines.stream()
                                .map(line -> line.gift == null
                                        ? null
                                        : line.gift.amount().fen())
                                .toArray(Long[]::new))
                .bind(8, gifts(CounterGift::reference))
                .bind(9, texts(line -> hex(line.sealed.name())))
                .bind(10, texts(line -> hex(line.sealed.phone())))
                .bind(11, texts(line -> hex(line.sealed.note())))
                .bind(12, texts(line -> hex(line.sealed.problems())))
                .bind(13, texts(line -> why(line.checked.fate())))
                .bind(14, texts(line -> hex(line.identity)));
    }

    private static @Nullable String why(LineFate fate) {
        return fate instanceof LineFate.PassedOver passed ? passed.why().name() : null;
    }

    private @Nullable String[] gifts(Function<CounterGift, @Nullable String> part) {
        return texts(line -> line.gift == null ? null : part.apply(line.gift));
    }

    private @Nullable String[] texts(Function<Line, @Nullable String> part) {
        return lines.stream().map(part).toArray(String[]::new);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HEX.formatHex(bytes);
    }
}
