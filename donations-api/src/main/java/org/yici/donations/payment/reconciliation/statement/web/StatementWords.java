package org.yici.donations.payment.reconciliation.statement.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.reconciliation.statement.Fate;
import org.yici.donations.payment.reconciliation.statement.LookedLine;
import org.yici.donations.payment.reconciliation.statement.StatementDuty;
import org.yici.donations.payment.reconciliation.statement.StatementLine;
import org.yici.donations.payment.reconciliation.statement.StatementLine.Entry;
import org.yici.donations.payment.reconciliation.statement.StatementLine.Explained;
import org.yici.donations.payment.reconciliation.statement.match.BookedSettlement;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Figures;

/** Lines in the reader's words, and as open as the reader's duty asks for. */
@Component
final class StatementWords {

    private final MessageSource messages;

    StatementWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param names of staff, by username */
    LineView of(LookedLine looked, StaffMember reader, Map<String, String> names, Locale locale) {
        StatementLine line = looked.line();
        long fen = line.paper().moved().fen();
        boolean works = StatementDuty.FILE.isOf(reader);
        Entry entry = looked.entry();
        Explained explained = line.explained();
        return new LineView(
                line.id().line(),
                line.paper().row(),
                line.paper().bookedOn(),
                fen > 0 ? fen : null,
                fen < 0 ? -fen : null,
                line.paper().number(),
                works && !line.paper().words().isEmpty() ? line.paper().words() : null,
                mark(looked),
                fate(looked, names, locale),
                entry == null ? null : entry.sequence(),
                looked.fate() == Fate.GIFT,
                explained == null ? null : explained.note(),
                works && line.fate() == Fate.OPEN ? choices(looked.choices(), locale) : List.of());
    }

    private static @Nullable String mark(LookedLine looked) {
        return switch (looked.fate()) {
            case SETTLEMENT, GIFT -> "paid";
            case OPEN -> looked.isOpen() ? "open" : "done";
            case NOT_OURS, REPEATED -> null;
        };
    }

    private String fate(LookedLine looked, Map<String, String> names, Locale locale) {
        StatementLine line = looked.line();
        return switch (looked.fate()) {
            case SETTLEMENT -> text("statement.fate.SETTLEMENT", locale, provider(looked.entry(), locale));
            case GIFT -> text("statement.fate.GIFT", locale);
            case OPEN -> open(looked, names, locale);
            case NOT_OURS ->
                text(line.paper().moved().isNegative() ? "statement.fate.OUT" : "statement.fate.RETURNED", locale);
            case REPEATED -> text("statement.fate.REPEATED", locale, String.valueOf(line.firstIn()));
        };
    }

    private String open(LookedLine looked, Map<String, String> names, Locale locale) {
        Explained explained = looked.line().explained();
        if (explained != null) {
            return text("statement.fate.EXPLAINED", locale, names.getOrDefault(explained.by(), explained.by()));
        }
        int choices = looked.choices().size();
        return switch (choices) {
            case 0 -> text("statement.fate.UNKNOWN", locale);
            case 1 -> text("statement.fate.CHOICE.one", locale);
            default -> text("statement.fate.CHOICE", locale, choices);
        };
    }

    private List<LineView.Choice> choices(List<BookedSettlement> choices, Locale locale) {
        return choices.stream()
                .map(choice -> new LineView.Choice(
                        choice.sequence(),
                        text(
                                "statement.choice",
                                locale,
                                text("method." + choice.provider(), locale),
                                Figures.in(locale).date(choice.day()),
                                choice.number())))
                .toList();
    }

    private String provider(@Nullable Entry entry, Locale locale) {
        String provider = entry == null ? null : entry.provider();
        return provider == null ? "" : text("method." + provider, locale);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, key, locale));
    }
}
