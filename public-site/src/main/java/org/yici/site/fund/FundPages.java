package org.yici.site.fund;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.yici.site.journal.Book;
import org.yici.site.journal.BookLine;
import org.yici.site.listing.Listing;
import org.yici.site.listing.Parameters;
import org.yici.site.outcome.Outcomes;
import org.yici.site.press.Press;
import org.yici.site.press.Sheet;
import reactor.core.publisher.Mono;

/** The funds for people. */
@Controller
class FundPages {

    private static final int LINES = 20;

    private final Press press;
    private final Funds funds;
    private final Book book;
    private final Outcomes outcomes;

    FundPages(Press press, Funds funds, Book book, Outcomes outcomes) {
        this.press = press;
        this.funds = funds;
        this.book = book;
        this.outcomes = outcomes;
    }

    @GetMapping("/funds")
    Mono<Void> all(ServerWebExchange exchange) {
        return press.answer(exchange, "/funds", () -> funds.greatestFirst()
                .collectList()
                .zipWith(
                        outcomes.told(),
                        (found, told) ->
                                Sheet.page("site/funds", Map.of("here", "funds", "funds", found, "told", told))));
    }

    /** @param after a line's sequence, to read on from */
    @GetMapping("/funds/{code}")
    Mono<Void> one(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String after,
            ServerWebExchange exchange) {
        long from = Parameters.after(after, Book.NEWEST);
        String known = Parameters.codeInPath(code);
        String address = "/funds/" + known + (after == null ? "" : "?after=" + from);
        return press.answer(exchange, address, () -> funds.find(known).flatMap(fund -> sheet(fund, from)));
    }

    private Mono<Sheet> sheet(FundFigures fund, long before) {
        return Mono.zip(book.ofFundBefore(fund.code(), before, LINES + 1), funds.months(fund.code()))
                .map(parts -> Sheet.page("site/fund", model(fund, parts.getT1(), parts.getT2())));
    }

    private static Map<String, Object> model(FundFigures fund, List<BookLine> lines, List<FundMonth> months) {
        Listing<BookLine> page = Listing.of(lines, LINES, line -> Long.toString(line.sequence()));
        Map<String, Object> model =
                new HashMap<>(Map.of("here", "funds", "fund", fund, "lines", page.items(), "months", months));
        model.put("next", page.next());
        model.put(
                "greatest",
                months.stream()
                        .mapToLong(month -> Math.max(month.received(), month.disbursed()))
                        .max()
                        .orElse(1));
        return model;
    }
}
