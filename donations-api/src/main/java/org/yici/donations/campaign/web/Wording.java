package org.yici.donations.campaign.web;

import java.util.List;
import java.util.Locale;
import org.yici.donations.campaign.Campaign;
import org.yici.platform.facts.Fact.Words;
import org.yici.platform.web.Language;

/** A campaign's words in the reader's language, for pages. */
public record Wording(
        String code,
        String fund,
        String title,
        String purpose,
        List<String> story,
        List<Chip> chips,
        String organisation,
        String leftOver) {

    /** @param amount fen */
    public record Chip(long amount, String does) {}

    public static Wording of(Campaign campaign, Locale locale) {
        return new Wording(
                campaign.code().value(),
                campaign.fund().code().value(),
                in(locale, campaign.title()),
                in(locale, campaign.purpose()),
                in(locale, campaign.story())
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                campaign.chips().stream()
                        .map(chip -> new Chip(chip.amount(), in(locale, chip.does())))
                        .toList(),
                in(locale, campaign.organisation()),
                in(locale, campaign.leftOver()));
    }

    public static String in(Locale locale, Words words) {
        return "en".equals(Language.code(locale)) ? words.en() : words.zh();
    }
}
