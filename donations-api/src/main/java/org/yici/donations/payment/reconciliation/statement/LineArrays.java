package org.yici.donations.payment.reconciliation.statement;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.yici.donations.payment.reconciliation.statement.match.LineId;
import org.yici.donations.payment.reconciliation.statement.paper.BankLine;

/** Lines laid out as parallel arrays, sealed, for one statement of the database. */
final class LineArrays {

    private static final HexFormat HEX = HexFormat.of();

    private final List<LineId> ids;
    private final List<BankLine> lines;
    private final WordsSeal seal;
    private final List<byte[]> identities;

    LineArrays(List<LineId> ids, List<BankLine> lines, WordsSeal seal, List<byte[]> identities) {
        this.ids = ids;
        this.lines = lines;
        this.seal = seal;
        this.identities = identities;
    }

    GenericExecuteSpec bind(GenericExecuteSpec sql) {
        return sql.bind(1, ids.stream().map(LineId::line).toArray(Integer[]::new))
                .bind(2, lines.stream().map(BankLine::row).toArray(Integer[]::new))
                .bind(3, texts(line -> line.bookedOn().toString()))
                .bind(4, lines.stream().map(line -> line.moved().fen()).toArray(Long[]::new))
                .bind(5, texts(BankLine::number))
                .bind(6, sealed())
                .bind(7, lines.stream().map(BankLine::returned).toArray(Boolean[]::new))
                .bind(8, identities.stream().map(HEX::formatHex).toArray(String[]::new));
    }

    private @Nullable String[] texts(Function<BankLine, @Nullable String> part) {
        return lines.stream().map(part).toArray(String[]::new);
    }

    private @Nullable String[] sealed() {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> seal.seal(lines.get(i).words(), ids.get(i)))
                .map(bytes -> bytes == null ? null : HEX.formatHex(bytes))
                .toArray(String[]::new);
    }
}
