package org.yici.donations.payment.reconciliation.statement;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.reconciliation.statement.match.LineId;
import org.yici.donations.payment.reconciliation.statement.match.Match;
import reactor.core.publisher.Mono;

/** What each line of a statement is; before it is filed, what it would be. */
@Component
public final class StatementLook {

    private final StatementLines lines;
    private final Books books;

    StatementLook(StatementLines lines, Books books) {
        this.lines = lines;
        this.books = books;
    }

    /** All its lines, in their order. */
    public Mono<List<LookedLine>> of(Statement statement) {
        return lines.of(statement.id()).collectList().flatMap(all -> matches(all)
                .map(found -> all.stream()
                        .map(line -> LookedLine.of(line, found.get(line.id())))
                        .toList()));
    }

    /** Only asked where a line is open: it is open beside whatever else is. */
    private Mono<Map<LineId, Match>> matches(List<StatementLine> all) {
        List<StatementLine> fresh = all.stream()
                .filter(line -> line.fate() == null && line.fateAtFirst() == Fate.OPEN)
                .toList();
        boolean nothingOpen = fresh.isEmpty() && all.stream().noneMatch(line -> line.fate() == Fate.OPEN);
        return nothingOpen
                ? Mono.just(Map.of())
                : lines.open()
                        .collectList()
                        .flatMap(open -> books.match(
                                Stream.concat(open.stream(), fresh.stream().map(StatementLine::toCredit))
                                        .toList()));
    }
}
