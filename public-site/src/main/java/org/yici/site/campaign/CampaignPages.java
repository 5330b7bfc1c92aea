package org.yici.site.campaign;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import org.yici.site.press.Press;
import org.yici.site.press.Sheet;
import reactor.core.publisher.Mono;

/** The campaigns for people: those that are open, and those that were. */
@Controller
class CampaignPages {

    private final Press press;
    private final Campaigns campaigns;

    CampaignPages(Press press, Campaigns campaigns) {
        this.press = press;
        this.campaigns = campaigns;
    }

    @GetMapping("/campaigns")
    Mono<Void> all(ServerWebExchange exchange) {
        return press.answer(exchange, "/campaigns", () -> campaigns.all().map(CampaignPages::sheet));
    }

    private static Sheet sheet(List<CampaignLine> all) {
        List<CampaignLine> open = all.stream().filter(CampaignLine::isOpen).toList();
        List<CampaignLine> closed = all.stream().filter(line -> !line.isOpen()).toList();
        return Sheet.page("site/campaigns", Map.of("here", "campaigns", "open", open, "closed", closed));
    }
}
