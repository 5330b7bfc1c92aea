package org.yici.donations.payment.counter.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.line.Column;
import org.yici.donations.payment.counter.line.CounterMethod;
import org.yici.donations.payment.counter.sheet.ExampleLine;
import org.yici.donations.payment.counter.web.CampaignChoices.Choice;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.sheet.CsvLine;
import org.yici.platform.sheet.XlsxForm;
import org.yici.platform.sheet.XlsxForm.Field;
import org.yici.platform.sheet.XlsxForm.Kind;
import org.yici.platform.web.Language;
import reactor.core.publisher.Mono;

/** The empty sheet in the reader's words: every heading is one that {@link Column#under} knows, every choice one that is read. */
@Component
final class TemplateWords {

    /** The columns in their order, each as wide as what it holds. */
    private static final List<Column> COLUMNS = List.of(
            Column.DATE,
            Column.DONOR,
            Column.AMOUNT,
            Column.METHOD,
            Column.CAMPAIGN,
            Column.REFERENCE,
            Column.RECEIPT,
            Column.PHONE,
            Column.NOTE);

    private static final Map<Column, Integer> CHARACTERS =
            Map.of(Column.DONOR, 32, Column.CAMPAIGN, 30, Column.REFERENCE, 26, Column.NOTE, 30);
    private static final int CHARACTERS_ELSE = 14;

    private final CampaignChoices choices;
    private final ProgramClock clock;
    private final MessageSource messages;

    TemplateWords(CampaignChoices choices, ProgramClock clock, MessageSource messages) {
        this.choices = choices;
        this.clock = clock;
        this.messages = messages;
    }

    /** The headings alone. */
    String csv(Locale locale) {
        return CsvLine.MARK
                + CsvLine.of(
                        COLUMNS.stream().map(column -> heading(column, locale)).toList());
    }

    /** With formats, choices, an example and, on a second sheet, what to write where. */
    Mono<byte[]> xlsx(Locale locale) {
        return choices.open(locale)
                .collectList()
                .map(open -> XlsxForm.of(
                        text("counter.template.sheet", locale),
                        COLUMNS.stream()
                                .map(column -> field(column, names(open), locale))
                                .toList(),
                        text("counter.template.notes", locale),
                        notes(open, locale)));
    }

    private Field field(Column column, List<String> campaigns, Locale locale) {
        List<String> offered =
                switch (column) {
                    case METHOD ->
                        Stream.of(CounterMethod.values())
                                .map(method -> text("counter.method." + method.word(), locale))
                                .toList();
                    case CAMPAIGN -> campaigns;
                    default -> List.of();
                };
        Kind kind =
                switch (column) {
                    case DATE -> Kind.DAY;
                    case AMOUNT -> Kind.AMOUNT;
                    default -> Kind.TEXT;
                };
        return new Field(
                heading(column, locale),
                kind,
                CHARACTERS.getOrDefault(column, CHARACTERS_ELSE),
                hint(column, locale),
                offered,
                example(column, offered, locale));
    }

    private String example(Column column, List<String> offered, Locale locale) {
        return switch (column) {
            case DATE -> clock.today().toString();
            case DONOR -> "en".equals(Language.code(locale)) ? ExampleLine.DONOR_EN : ExampleLine.DONOR_ZH;
            case AMOUNT -> "100.00";
            case METHOD, CAMPAIGN -> offered.isEmpty() ? "" : offered.get(0);
            case RECEIPT -> "0001234";
            case PHONE -> "13800000000";
            default -> "";
        };
    }

    /** By its title, which people know; where two have one title, by its code. */
    private static List<String> names(List<Choice> campaigns) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        campaigns.stream().map(Choice::title).filter(title -> !seen.add(title)).forEach(twice::add);
        return campaigns.stream()
                .map(campaign -> twice.contains(campaign.title()) ? campaign.code() : campaign.title())
                .toList();
    }

    private List<List<String>> notes(List<Choice> campaigns, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        COLUMNS.forEach(column -> rows.add(List.of(heading(column, locale), hint(column, locale))));
        rows.add(List.of());
        rows.add(List.of(text("counter.template.example", locale), text("counter.template.example.words", locale)));
        rows.add(List.of(text("counter.template.totals", locale), text("counter.template.totals.words", locale)));
        rows.add(List.of());
        rows.add(List.of(text("counter.template.code", locale), text("counter.template.campaigns", locale)));
        campaigns.forEach(campaign -> rows.add(List.of(campaign.code(), campaign.title())));
        return rows;
    }

    private String heading(Column column, Locale locale) {
        return text("counter.column." + column, locale);
    }

    private String hint(Column column, Locale locale) {
        return text("counter.template.hint." + column, locale);
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}
