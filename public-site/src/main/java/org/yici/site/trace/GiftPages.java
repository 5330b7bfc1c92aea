package org.yici.site.trace;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import org.yici.site.listing.Parameters;
import org.yici.site.press.Press;
import org.yici.site.press.Sheet;
import reactor.core.publisher.Mono;

/** One gift's way, told and drawn. */
@Controller
class GiftPages {

    private final Press press;
    private final GiftWays ways;

    GiftPages(Press press, GiftWays ways) {
        this.press = press;
        this.ways = ways;
    }

    @GetMapping("/gifts/{sequence}")
    Mono<Void> one(@PathVariable String sequence, ServerWebExchange exchange) {
        long gift = Parameters.numberInPath(sequence);
        return press.answer(exchange, "/gifts/" + gift, () -> ways.ofGift(gift)
                .map(way -> Sheet.page("site/gift", Map.of("here", "home", "way", way))));
    }
}
