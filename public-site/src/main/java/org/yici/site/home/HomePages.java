package org.yici.site.home;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.yici.site.journal.Book;
import org.yici.site.journal.BookLine;
import org.yici.site.listing.Listing;
import org.yici.site.listing.Parameters;
import org.yici.site.press.LivePage;
import org.yici.site.press.Press;
import org.yici.site.press.Sheet;
import reactor.core.publisher.Mono;

/** Home, its live part, and the book from there back to its first line. */
@Controller
class HomePages {

    private static final int LINES = 50;

    private final Press press;
    private final Book book;
    private final LivePage home;
    private final LivePage livePart;

    HomePages(
            Press press,
            Book book,
            @Qualifier("wholeHome") LivePage home,
            @Qualifier("livePartOfHome") LivePage livePart) {
        this.press = press;
        this.book = book;
        this.home = home;
        this.livePart = livePart;
    }

    @GetMapping(Home.WHOLE)
    Mono<Void> home(ServerWebExchange exchange) {
        return press.answer(exchange, home.address(), home.source());
    }

    @GetMapping(Home.LIVE_PART)
    Mono<Void> livePart(ServerWebExchange exchange) {
        return press.answer(exchange, livePart.address(), livePart.source());
    }

    /** @param after the sequence of the line to read on from, back in time */
    @GetMapping("/book")
    Mono<Void> book(@RequestParam(required = false) @Nullable String after, ServerWebExchange exchange) {
        long before = Parameters.after(after, Book.NEWEST);
        String address = "/book" + (after == null ? "" : "?after=" + before);
        return press.answer(
                exchange, address, () -> book.before(before, LINES + 1).map(HomePages::sheet));
    }

    private static Sheet sheet(List<BookLine> found) {
        Listing<BookLine> page = Listing.of(found, LINES, line -> Long.toString(line.sequence()));
        Map<String, Object> model = new HashMap<>(Map.of("here", "home", "lines", page.items()));
        model.put("next", page.next());
        return Sheet.page("site/book", model);
    }
}
