package org.yici.site.trace;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import org.yici.site.fund.FundFigures;
import org.yici.site.fund.Funds;
import org.yici.site.grant.Grant;
import org.yici.site.grant.Grants;
import org.yici.site.listing.Parameters;
import org.yici.site.press.Press;
import org.yici.site.press.Sheet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One grant's way: when it was awarded, sent and paid, and the gifts that it is made of. */
@Controller
class GrantPage {

    private static final int GIFTS = 100;

    private final Press press;
    private final Grants grants;
    private final Funds funds;
    private final GiftWays ways;

    GrantPage(Press press, Grants grants, Funds funds, GiftWays ways) {
        this.press = press;
        this.grants = grants;
        this.funds = funds;
        this.ways = ways;
    }

    @GetMapping("/grants/{code}")
    Mono<Void> one(@PathVariable String code, ServerWebExchange exchange) {
        String known = Parameters.codeInPath(code);
        return press.answer(
                exchange, "/grants/" + known, () -> grants.find(known).flatMap(grant -> Mono.zip(
                                ways.feedersOf(grant.sequence()).defaultIfEmpty(List.of()),
                                Flux.fromIterable(grant.funds())
                                        .concatMap(funds::find)
                                        .collectList())
                        .map(parts -> sheet(grant, parts.getT1(), parts.getT2()))));
    }

    private static Sheet sheet(Grant grant, List<GiftWays.Feeder> gifts, List<FundFigures> funds) {
        List<GiftWays.Feeder> shown = gifts.subList(0, Math.min(GIFTS, gifts.size()));
        return Sheet.page(
                "site/grant",
                Map.of("here", "grants", "grant", grant, "funds", funds, "gifts", shown, "giftCount", gifts.size()));
    }
}
