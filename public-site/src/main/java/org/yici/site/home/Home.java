package org.yici.site.home;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.site.campaign.CampaignLine;
import org.yici.site.campaign.Campaigns;
import org.yici.site.journal.Book;
import org.yici.site.press.LivePage;
import org.yici.site.press.Sheet;
import reactor.core.publisher.Mono;

/** The first page: one sentence, the bar, the newest lines of the book, the campaigns. Watched live, whole and in part. */
@Configuration(proxyBeanMethods = false)
class Home {

    static final String WHOLE = "/";
    static final String LIVE_PART = "/fragments/home";
    private static final int LINES = 12;

    private final Summaries summaries;
    private final Book book;
    private final Campaigns campaigns;

    Home(Summaries summaries, Book book, Campaigns campaigns) {
        this.summaries = summaries;
        this.book = book;
        this.campaigns = campaigns;
    }

    @Bean
    LivePage wholeHome() {
        return new LivePage(WHOLE, () -> model().map(model -> Sheet.page("site/home", model)));
    }

    @Bean
    LivePage livePartOfHome() {
        return new LivePage(LIVE_PART, () -> model().map(model -> new Sheet("site/home-live", "update", model)));
    }

    private Mono<Map<String, Object>> model() {
        return Mono.zip(summaries.now(), book.before(Book.NEWEST, LINES), campaigns.all())
                .map(parts -> Map.of(
                        "here",
                        "home",
                        "summary",
                        parts.getT1(),
                        "lines",
                        parts.getT2(),
                        "campaigns",
                        parts.getT3().stream().filter(CampaignLine::isOpen).toList()));
    }
}
