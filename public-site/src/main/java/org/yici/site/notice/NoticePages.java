package org.yici.site.notice;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import org.yici.site.listing.Parameters;
import org.yici.site.press.Press;
import org.yici.site.press.Sheet;
import reactor.core.publisher.Mono;

/** The notices for people. */
@Controller
class NoticePages {

    private static final int RUNNING = 500;
    private static final int ENDED = 20;

    private final Press press;
    private final Notices notices;

    NoticePages(Press press, Notices notices) {
        this.press = press;
        this.notices = notices;
    }

    @GetMapping("/notices")
    Mono<Void> all(ServerWebExchange exchange) {
        return press.answer(exchange, "/notices", () -> notices.after("", RUNNING)
                .collectList()
                .zipWith(
                        notices.lastEnded(ENDED),
                        (running, ended) -> Sheet.page(
                                "site/notices", Map.of("here", "notices", "running", running, "ended", ended))));
    }

    /** A notice while it runs; afterwards its hash. */
    @GetMapping("/notices/{code}")
    Mono<Void> one(@PathVariable String code, ServerWebExchange exchange) {
        String known = Parameters.codeInPath(code);
        return press.answer(exchange, "/notices/" + known, () -> notices.find(known)
                .map(running -> Sheet.page("site/notice", Map.of("here", "notices", "notice", running)))
                .switchIfEmpty(notices.findEnded(known)
                        .map(ended -> Sheet.page("site/notice-ended", Map.of("here", "notices", "ended", ended)))));
    }
}
