package org.yici.donations.payment.counter.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.ReceiptTokens;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.donations.payment.counter.CounterLine;
import org.yici.donations.payment.counter.line.CounterGift;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.donations.payment.counter.line.LineProblem;
import org.yici.platform.privacy.Masked;
import org.yici.platform.privacy.PhoneNumber;
import org.yici.platform.staff.StaffMember;

/** Lines in the reader's words, and as open as the reader's duty asks for. */
@Component
final class LineWords {

    private final MessageSource messages;
    private final ReceiptTokens tokens;

    LineWords(MessageSource messages, ReceiptTokens tokens) {
        this.messages = messages;
        this.tokens = tokens;
    }

    LineView of(CounterLine line, StaffMember reader, Locale locale) {
        boolean works = CounterDuty.ENTER.isOf(reader) || CounterDuty.DECIDE.isOf(reader);
        CounterLine.Booked booked = line.booked();
        String held = line.held();
        return new LineView(
                line.number(),
                Objects.requireNonNullElse(line.row(), line.number()),
                line.fate() instanceof LineFate.Good good ? gift(good.gift(), works, locale) : null,
                line.fate() instanceof LineFate.Refused refused ? problems(refused, locale) : List.of(),
                line.fate() instanceof LineFate.PassedOver passed ? text("counter.why." + passed.why(), locale) : null,
                booked == null ? null : booked.sequence(),
                booked == null || !works
                        ? null
                        : "/receipts/" + tokens.of(booked.donation()).value(),
                held == null || booked != null ? null : held(held, locale));
    }

    /** Most reasons pass before anybody reads them; what is left is for whoever looks after the program. */
    private String held(String word, Locale locale) {
        String known = messages.getMessage("counter.held." + word, null, "", locale);
        return known == null || known.isEmpty() ? text("counter.held.else", locale, word) : known;
    }

    private LineView.Gift gift(CounterGift gift, boolean open, Locale locale) {
        PhoneNumber phone = gift.donor().phone();
        return new LineView.Gift(
                gift.givenOn(),
                gift.donor() instanceof Donor.Named named ? shown(named.name(), open) : null,
                phone == null ? null : phone.masked(),
                gift.amount().fen(),
                text("counter.method." + gift.method().word(), locale),
                gift.campaign().value(),
                gift.reference());
    }

    private static String shown(String name, boolean open) {
        return open ? name : Masked.name(name);
    }

    private List<LineView.Problem> problems(LineFate.Refused refused, Locale locale) {
        return refused.problems().stream()
                .map(problem -> new LineView.Problem(
                        text("counter.column." + problem.column(), locale), problem.shown(), message(problem, locale)))
                .toList();
    }

    private String message(LineProblem problem, Locale locale) {
        return text(problem.flaw().messageKey(), locale, problem.arguments().toArray());
    }

    private String text(String key, Locale locale, @Nullable Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, key, locale));
    }
}
