package org.yici.site.grant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.yici.site.listing.Listing;
import org.yici.site.listing.Parameters;
import org.yici.site.outcome.Outcomes;
import org.yici.site.press.Press;
import org.yici.site.press.Sheet;
import reactor.core.publisher.Mono;

/** The grants for people, newest first. */
@Controller
class GrantPages {

    private static final int LINES = 50;
    private static final List<String> KINDS =
            List.of("schooling", "medical", "hardship", "urgent-hardship", "disaster-relief");

    private final Press press;
    private final Grants grants;
    private final Outcomes outcomes;

    GrantPages(Press press, Grants grants, Outcomes outcomes) {
        this.press = press;
        this.grants = grants;
        this.outcomes = outcomes;
    }

    /** @param kind one of the three, or nothing (or the empty choice of the form) for all */
    @GetMapping("/grants")
    Mono<Void> all(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            ServerWebExchange exchange) {
        String only = kind == null || kind.isEmpty() ? null : kind;
        if (only != null && !KINDS.contains(only)) {
            throw Parameters.unreadable("kind");
        }
        long before = Parameters.after(after, Long.MAX_VALUE);
        String filter = only == null ? "/grants?" : "/grants?kind=" + only + "&";
        String address = filter + (after == null ? "" : "after=" + before + "&");
        return press.answer(exchange, address.substring(0, address.length() - 1), () -> grants.before(
                        before, only, LINES + 1)
                .collectList()
                .zipWith(
                        outcomes.told(),
                        (found, told) -> Sheet.page("site/grants", model(found, told, only, filter + "after="))));
    }

    private static Map<String, Object> model(
            List<Grant> found, Outcomes.Told told, @Nullable String kind, String pager) {
        Listing<Grant> page = Listing.of(found, LINES, grant -> Long.toString(grant.sequence()));
        Map<String, Object> model =
                new HashMap<>(Map.of("here", "grants", "grants", page.items(), "kinds", KINDS, "pager", pager));
        model.put("told", told);
        model.put("kind", kind);
        model.put("next", page.next());
        return model;
    }
}
