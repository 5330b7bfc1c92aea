package org.yici.donations.payment.counter.line;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.GiftLimits;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;
import org.yici.ledger.ParsedMoney;
import org.yici.platform.privacy.PhoneNumber;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetDates;
import org.yici.platform.sheet.SheetMoney;
import org.yici.platform.sheet.SheetText;

/** Reads one line, column by column, and notes everything that is wrong with it. */
final class LineReading {

    private static final Set<String> ANONYMOUS = Set.of("匿名", "不具名", "不留名", "无名氏", "anonymous");
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._/-]{0,63}");
    private static final int DIGITS_KEPT = 15;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Map<Column, SheetCell> cells;
    private final CampaignNames campaigns;
    private final GiftLimits limits;
    private final LineDefaults defaults;
    private final LocalDate today;
    private final List<LineProblem> problems = new ArrayList<>();

    LineReading(
            Map<Column, SheetCell> cells,
            CampaignNames campaigns,
            GiftLimits limits,
            LineDefaults defaults,
            LocalDate today) {
        this.cells = cells;
        this.campaigns = campaigns;
        this.limits = limits;
        this.defaults = defaults;
        this.today = today;
    }

    LineFate fate() {
        LocalDate givenOn = givenOn();
        String name = text(Column.DONOR, GiftLimits.NAME_CHARACTERS, true);
        Money amount = amount();
        CounterMethod method = method();
        CampaignCode campaign = campaign(givenOn);
        String reference = method == null ? null : reference(method);
        PhoneNumber phone = phone();
        String note = text(Column.NOTE, GiftLimits.MESSAGE_CHARACTERS, false);
        if (!problems.isEmpty()) {
            return new LineFate.Refused(problems);
        }
        return new LineFate.Good(new CounterGift(
                requireNonNull(method),
                requireNonNull(campaign),
                requireNonNull(givenOn),
                requireNonNull(amount),
                reference,
                donor(requireNonNull(name), phone),
                note));
    }

    private static Donor donor(String name, @Nullable PhoneNumber phone) {
        return ANONYMOUS.contains(SheetText.plain(name)) ? new Donor.Anonymous(phone) : new Donor.Named(name, phone);
    }

    private @Nullable LocalDate givenOn() {
        SheetCell cell = cell(Column.DATE);
        if (cell.isBlank()) {
            return refuse(Column.DATE, LineFlaw.MISSING);
        }
        LocalDate day = SheetDates.read(cell).orElse(null);
        if (day == null || day.isBefore(EARLIEST)) {
            return refuse(Column.DATE, LineFlaw.DATE_UNREADABLE);
        }
        return day.isAfter(today) ? refuse(Column.DATE, LineFlaw.DATE_AHEAD) : day;
    }

    private @Nullable Money amount() {
        SheetCell cell = cell(Column.AMOUNT);
        return cell.spread()
                ? refuse(Column.AMOUNT, LineFlaw.MERGED)
                : SheetMoney.read(cell).<@Nullable Money>fold(this::withinLimits, flaw -> refuse(flaw));
    }

    private @Nullable Money withinLimits(Money amount) {
        if (amount.isZero()) {
            return refuse(Column.AMOUNT, LineFlaw.AMOUNT_ZERO);
        }
        return limits.accept(amount) ? amount : refuse(Column.AMOUNT, LineFlaw.AMOUNT_TOO_LARGE, limits.most());
    }

    private @Nullable Money refuse(ParsedMoney.Flaw flaw) {
        return switch (flaw) {
            case EMPTY -> refuse(Column.AMOUNT, LineFlaw.MISSING);
            case THOUSANDS_SEPARATOR -> refuse(Column.AMOUNT, LineFlaw.AMOUNT_SEPARATORS);
            case TOO_MANY_DECIMALS -> refuse(Column.AMOUNT, LineFlaw.AMOUNT_DECIMALS);
            case NEGATIVE -> refuse(Column.AMOUNT, LineFlaw.AMOUNT_NEGATIVE);
            case TOO_LARGE -> refuse(Column.AMOUNT, LineFlaw.AMOUNT_TOO_LARGE, limits.most());
            case NOT_A_NUMBER -> refuse(Column.AMOUNT, LineFlaw.AMOUNT_UNREADABLE);
        };
    }

    private @Nullable CounterMethod method() {
        SheetCell cell = cell(Column.METHOD);
        return cell.isBlank()
                ? defaults.method()
                : CounterMethod.read(cell.text()).orElseGet(() -> refuse(Column.METHOD, LineFlaw.METHOD_UNKNOWN));
    }

    private @Nullable CampaignCode campaign(@Nullable LocalDate givenOn) {
        SheetCell cell = cell(Column.CAMPAIGN);
        String meant = cell.isBlank() ? defaults.campaign() : cell.text();
        return meant == null
                ? refuse(Column.CAMPAIGN, LineFlaw.MISSING)
                : campaigns.<@Nullable CampaignCode>find(
                        meant, givenOn, code -> code, flaw -> refuse(Column.CAMPAIGN, flaw));
    }

    /** Each kind has its own number; where a sheet has only one column for numbers, that is it. */
    private @Nullable String reference(CounterMethod method) {
        Column own = method == CounterMethod.BANK ? Column.REFERENCE : Column.RECEIPT;
        Column other = method == CounterMethod.BANK ? Column.RECEIPT : Column.REFERENCE;
        Column column = cell(own).isBlank() ? other : own;
        SheetCell cell = cell(column);
        if (cell.isBlank()) {
            return method == CounterMethod.BANK ? refuse(own, LineFlaw.MISSING) : null;
        }
        if (cell.spread()) {
            return refuse(column, LineFlaw.MERGED);
        }
        if (cell.number() != null && cell.text().length() > DIGITS_KEPT) {
            return refuse(column, LineFlaw.REFERENCE_DIGITS);
        }
        String plain = SheetText.narrow(cell.text());
        return REFERENCE.matcher(plain).matches() ? plain : refuse(column, LineFlaw.REFERENCE_SHAPE);
    }

    private @Nullable PhoneNumber phone() {
        String typed = text(Column.PHONE, GiftLimits.NAME_CHARACTERS, false);
        if (typed == null) {
            return null;
        }
        return PhoneNumber.fault(typed).isEmpty() ? PhoneNumber.of(typed) : refuse(Column.PHONE, LineFlaw.PHONE_SHAPE);
    }

    private @Nullable String text(Column column, int most, boolean needed) {
        SheetCell cell = cell(column);
        String text = cell.text();
        if (cell.isBlank()) {
            return needed ? refuse(column, LineFlaw.MISSING) : null;
        }
        if (cell.spread()) {
            return refuse(column, LineFlaw.MERGED);
        }
        if (text.codePoints().anyMatch(LineReading::isUnwritable)) {
            return refuse(column, LineFlaw.UNWRITABLE);
        }
        return text.codePointCount(0, text.length()) > most ? refuse(column, LineFlaw.TOO_LONG, most) : text;
    }

    private static boolean isUnwritable(int point) {
        boolean halfAPair = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return Character.isISOControl(point) && point != '\n' || halfAPair || point == 0xfffd;
    }

    /** A value that is merged over several lines where it may not be is no value of theirs. */
    private SheetCell cell(Column column) {
        return cells.getOrDefault(column, SheetCell.EMPTY);
    }

    private <T> @Nullable T refuse(Column column, LineFlaw flaw, Object... arguments) {
        problems.add(LineProblem.of(column, cell(column).text(), flaw, arguments));
        return null;
    }
}
