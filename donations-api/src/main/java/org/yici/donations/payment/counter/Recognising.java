package org.yici.donations.payment.counter;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.counter.line.Column;
import org.yici.donations.payment.counter.line.CounterGift;
import org.yici.donations.payment.counter.line.CounterMethod;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.donations.payment.counter.line.LineFlaw;
import org.yici.donations.payment.counter.line.LineIdentity;
import org.yici.donations.payment.counter.line.LineProblem;
import org.yici.donations.payment.counter.sheet.CheckedLine;
import reactor.core.publisher.Mono;

/**
 * Finds the gifts of one sheet that stand on it twice, or in a batch that was submitted before, and refuses them with the
 * place where they stand. Keeps what it has seen of the sheet: some 100 bytes a line.
 */
final class Recognising {

    private static final HexFormat HEX = HexFormat.of();

    private final LineIdentity identities;
    private final SubmittedGifts submitted;
    /** The row, or 0 for a line without one, by the first half of the identity: 128 bits do not meet by chance. */
    private final Map<String, Integer> rowsSeen = new HashMap<>();

    Recognising(LineIdentity identities, SubmittedGifts submitted) {
        this.identities = identities;
        this.submitted = submitted;
    }

    /** The same lines in their order, with those refused that are known. Parts of a sheet come in their order. */
    Mono<List<CheckedLine>> among(List<CheckedLine> lines) {
        Map<CheckedLine, String> known = new IdentityHashMap<>();
        List<CheckedLine> once =
                lines.stream().map(line -> refusedTwice(line, known)).toList();
        return submitted
                .among(known.values())
                .map(places -> places.isEmpty()
                        ? once
                        : once.stream()
                                .map(line -> refusedAt(places.get(known.get(line)), line))
                                .toList());
    }

    private CheckedLine refusedTwice(CheckedLine line, Map<CheckedLine, String> known) {
        if (!(line.fate() instanceof LineFate.Good good)) {
            return line;
        }
        String identity = HEX.formatHex(identities.of(good.gift()));
        int row = Objects.requireNonNullElse(line.row(), 0);
        Integer earlier = rowsSeen.putIfAbsent(identity.substring(0, identity.length() / 2), row);
        if (earlier != null) {
            return refused(line, good.gift(), LineFlaw.TWICE, earlier);
        }
        known.put(line, identity);
        return line;
    }

    private static CheckedLine refusedAt(SubmittedGifts.@Nullable Place place, CheckedLine line) {
        return place != null && line.fate() instanceof LineFate.Good good
                ? refused(line, good.gift(), LineFlaw.SEEN_BEFORE, place.batch(), place.row())
                : line;
    }

    private static CheckedLine refused(CheckedLine line, CounterGift gift, LineFlaw flaw, Object... arguments) {
        Column column = gift.method() == CounterMethod.BANK ? Column.REFERENCE : Column.RECEIPT;
        LineProblem problem = LineProblem.of(column, Objects.requireNonNullElse(gift.reference(), ""), flaw, arguments);
        return new CheckedLine(line.row(), new LineFate.Refused(List.of(problem)));
    }
}
