package org.yici.site.outcome;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import org.yici.site.press.Press;
import org.yici.site.press.Sheet;
import reactor.core.publisher.Mono;

/** How grants turned out, for people. */
@Controller
class OutcomePages {

    private final Press press;
    private final Outcomes outcomes;

    OutcomePages(Press press, Outcomes outcomes) {
        this.press = press;
        this.outcomes = outcomes;
    }

    @GetMapping("/outcomes")
    Mono<Void> all(ServerWebExchange exchange) {
        return press.answer(exchange, "/outcomes", () -> outcomes.told()
                .map(told -> Sheet.page("site/outcomes", Map.of("here", "grants", "told", told))));
    }
}
