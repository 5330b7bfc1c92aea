package org.yici.donations.payment.counter.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yici.donations.campaign.Campaigns;
import org.yici.donations.campaign.EndedCampaign;
import org.yici.donations.campaign.web.Wording;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.web.Figures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The campaigns for a form to choose from: those that take gifts now, and those that ended a short while ago, for what was
 * received in their days and is brought only now.
 */
@Component
final class CampaignChoices {

    private static final int MOST = 200;
    /** A campaign's full report is due three months after its end (Charity Law 2023, article 79). */
    private static final int MONTHS_AFTER_THE_END = 3;

    private final Campaigns campaigns;
    private final ProgramClock clock;
    private final MessageSource messages;

    CampaignChoices(Campaigns campaigns, ProgramClock clock, MessageSource messages) {
        this.campaigns = campaigns;
        this.clock = clock;
        this.messages = messages;
    }

    record Choice(String code, String title) {}

    /** The open ones first. */
    Mono<List<Choice>> in(Locale locale) {
        return open(locale).concatWith(ended(locale)).collectList();
    }

    /** Those that take gifts now. */
    Flux<Choice> open(Locale locale) {
        Instant now = clock.instant();
        return campaigns
                .after("", MOST)
                .filter(campaign -> campaign.takesGiftsAt(now))
                .map(campaign -> Wording.of(campaign, locale))
                .map(wording -> new Choice(wording.code(), wording.title()));
    }

    /** What every campaign is called, by its code. */
    Mono<Map<String, String>> titles(Locale locale) {
        return campaigns
                .after("", MOST)
                .map(campaign -> Wording.of(campaign, locale))
                .collectMap(Wording::code, Wording::title);
    }

    private Flux<Choice> ended(Locale locale) {
        return campaigns
                .ended(clock.instant())
                .filter(over -> over.last().plusMonths(MONTHS_AFTER_THE_END).isAfter(clock.today()))
                .take(MOST)
                .map(over -> ended(over, locale));
    }

    private Choice ended(EndedCampaign over, Locale locale) {
        Wording wording = Wording.of(over.campaign(), locale);
        Object[] words = {wording.title(), Figures.in(locale).date(over.last())};
        String title = messages.getMessage("counter.campaign.ended", words, locale);
        return new Choice(wording.code(), Objects.requireNonNull(title));
    }
}
