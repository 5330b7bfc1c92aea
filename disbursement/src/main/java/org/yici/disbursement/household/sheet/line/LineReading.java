package org.yici.disbursement.household.sheet.line;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.Area;
import org.yici.disbursement.household.CardNumber;
import org.yici.disbursement.household.CareLevel;
import org.yici.disbursement.household.Category;
import org.yici.disbursement.household.HeadWords;
import org.yici.disbursement.household.RegistrationCheck;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.privacy.PhoneNumber;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetDates;
import org.yici.platform.sheet.SheetText;

/** Reads one line, column by column, and notes everything that is wrong with it. */
public final class LineReading {

    private static final int DIGITS_KEPT = 15;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final Pattern ADDRESS = Pattern.compile("(?:.*?[省市县区])*?([^省市县区]+?(?:乡|镇|街道))(.+?(?:村|社区|居委会))?.*");
    private static final Set<String> YES = Set.of("是", "有", "已签", "已授权", "同意", "√", "yes", "y", "1");
    private static final Set<String> NOTHING = Set.of("无", "-", "—", "/", "\\", "暂无", "空");
    private static final String SELF = "本人";

    private final Map<Column, SheetCell> cells;
    private final LocalDate today;
    private final List<LineProblem> problems = new ArrayList<>();

    private LineReading(Map<Column, SheetCell> cells, LocalDate today) {
        this.cells = cells;
        this.today = today;
    }

    /** @param person null when something is wrong with the line */
    public record Result(@Nullable PersonLine person, List<LineProblem> problems) {}

    /** @param today nobody is born later, and no category begins later */
    public static Result read(Map<Column, SheetCell> cells, LocalDate today) {
        LineReading reading = new LineReading(cells, today);
        PersonLine person = reading.person();
        return new Result(reading.problems.isEmpty() ? person : null, List.copyOf(reading.problems));
    }

    private @Nullable PersonLine person() {
        String name = text(Column.NAME, RegistrationCheck.NAME_CHARACTERS, true);
        String identity = identity(Column.IDENTITY, true);
        String relation = text(Column.RELATION, RegistrationCheck.RELATION_CHARACTERS, false);
        String phone = phone(Column.PHONE);
        String[] place = place();
        CategoryWord category = word(Column.CATEGORY, CategoryWord::read, LineFlaw.CATEGORY_UNKNOWN);
        Area area = word(Column.AREA, LineReading::area, LineFlaw.AREA_UNKNOWN);
        CareLevel care = care(category);
        LocalDate since = day(Column.SINCE);
        String card = card();
        String holder = text(Column.CARD_HOLDER, RegistrationCheck.NAME_CHARACTERS, false);
        String guardian = text(Column.GUARDIAN, RegistrationCheck.NAME_CHARACTERS, false);
        String guardianIdentity = identity(Column.GUARDIAN_IDENTITY, false);
        String guardianRelation = text(Column.GUARDIAN_RELATION, RegistrationCheck.RELATION_CHARACTERS, false);
        String guardianPhone = phone(Column.GUARDIAN_PHONE);
        LocalDate consentOn = consentOn();
        if (!problems.isEmpty()) {
            return null;
        }
        return new PersonLine(
                requireNonNull(name),
                requireNonNull(identity),
                relation == null ? SELF : relation,
                relation == null || HeadWords.say(relation),
                phone,
                place[0],
                place[1],
                category == null ? null : category.category(),
                area == null && category != null ? category.area() : area,
                care,
                since,
                card,
                holder,
                guardian,
                guardianIdentity,
                guardianRelation,
                guardianPhone,
                consentOn);
    }

    /** Township and village, from their own columns or from the address. */
    private @Nullable String[] place() {
        String township = text(Column.TOWNSHIP, RegistrationCheck.PLACE_CHARACTERS, false);
        String village = text(Column.VILLAGE, RegistrationCheck.PLACE_CHARACTERS, false);
        if (township != null && village != null || cell(Column.ADDRESS).isBlank()) {
            return new String[] {township, village};
        }
        Matcher address = ADDRESS.matcher(SheetText.narrow(cell(Column.ADDRESS).text()));
        if (!address.matches()) {
            return new String[] {township, village};
        }
        return new String[] {
            township == null ? address.group(1) : township, village == null ? address.group(2) : village
        };
    }

    private @Nullable String identity(Column column, boolean needed) {
        SheetCell cell = cell(column);
        if (cell.isBlank()) {
            return needed ? refuse(column, LineFlaw.MISSING) : null;
        }
        if (cell.spread()) {
            return refuse(column, LineFlaw.MERGED);
        }
        String typed = SheetText.narrow(cell.text()).replaceFirst("^['’‘`]", "");
        if (cell.number() != null && typed.length() > DIGITS_KEPT || typed.matches("[0-9.]+[eE]\\+?[0-9]+")) {
            return refuse(column, LineFlaw.DIGITS_LOST);
        }
        if (typed.matches("[0-9]{15}")) {
            return refuse(column, LineFlaw.IDENTITY_OLD);
        }
        Optional<String> fault = RegistrationCheck.fault(typed, today);
        return fault.isPresent()
                ? refuse(column, flaw(fault.get()))
                : IdentityNumber.of(typed).value();
    }

    private static LineFlaw flaw(String key) {
        return switch (key.substring(key.lastIndexOf('-') + 1)) {
            case "birth" -> LineFlaw.IDENTITY_BIRTH;
            case "checksum" -> LineFlaw.IDENTITY_CHECKSUM;
            case "division" -> LineFlaw.IDENTITY_DIVISION;
            default -> LineFlaw.IDENTITY_SHAPE;
        };
    }

    private @Nullable String phone(Column column) {
        String typed = text(column, RegistrationCheck.NAME_CHARACTERS, false);
        if (typed == null) {
            return null;
        }
        return PhoneNumber.fault(typed).isEmpty()
                ? PhoneNumber.of(typed).digits()
                : refuse(column, LineFlaw.PHONE_SHAPE);
    }

    private @Nullable String card() {
        SheetCell cell = cell(Column.CARD);
        if (cell.isBlank()) {
            return null;
        }
        String typed = SheetText.narrow(cell.text()).replaceFirst("^['’‘`]", "");
        if (cell.number() != null && typed.length() > DIGITS_KEPT || typed.matches("[0-9.]+[eE]\\+?[0-9]+")) {
            return refuse(Column.CARD, LineFlaw.DIGITS_LOST);
        }
        return CardNumber.isValid(typed) ? CardNumber.of(typed).digits() : refuse(Column.CARD, LineFlaw.CARD_NUMBER);
    }

    private static Optional<Area> area(String text) {
        return Area.of(SheetText.plain(text));
    }

    /** A level of care is 特困's; what a list writes there for others (无, 自理) says nothing. */
    private @Nullable CareLevel care(@Nullable CategoryWord category) {
        boolean others = category != null && category.category() != Category.TEKUN;
        return others ? null : word(Column.CARE, text -> CareLevel.of(SheetText.plain(text)), LineFlaw.CARE_UNKNOWN);
    }

    private <T> @Nullable T word(Column column, Function<String, Optional<T>> read, LineFlaw unknown) {
        SheetCell cell = cell(column);
        if (cell.isBlank()) {
            return null;
        }
        T known = read.apply(cell.text()).orElse(null);
        return known == null ? refuse(column, unknown) : known;
    }

    private @Nullable LocalDate day(Column column) {
        SheetCell cell = cell(column);
        if (cell.isBlank()) {
            return null;
        }
        LocalDate day = SheetDates.read(cell).orElse(null);
        if (day == null || day.isBefore(EARLIEST)) {
            return refuse(column, LineFlaw.DATE_UNREADABLE);
        }
        return day.isAfter(today) ? refuse(column, LineFlaw.DATE_AHEAD) : day;
    }

    /** A day, or a word that says that it is signed; a word that says no is no consent. */
    private @Nullable LocalDate consentOn() {
        SheetCell cell = cell(Column.CONSENT);
        if (cell.isBlank() || YES.contains(SheetText.plain(cell.text()))) {
            return null;
        }
        return SheetDates.read(cell).isPresent() ? day(Column.CONSENT) : refuse(Column.CONSENT, LineFlaw.NO_CONSENT);
    }

    private @Nullable String text(Column column, int most, boolean needed) {
        SheetCell cell = cell(column);
        String text = cell.text();
        if (cell.isBlank()) {
            return needed ? refuse(column, LineFlaw.MISSING) : null;
        }
        if (cell.spread() && !column.maySpread()) {
            return refuse(column, LineFlaw.MERGED);
        }
        if (text.codePoints().anyMatch(LineReading::isUnwritable)) {
            return refuse(column, LineFlaw.UNWRITABLE);
        }
        boolean isName = column == Column.NAME || column == Column.GUARDIAN || column == Column.CARD_HOLDER;
        String written = isName ? withoutGaps(text) : text;
        return written.codePointCount(0, written.length()) > most ? refuse(column, LineFlaw.TOO_LONG, most) : written;
    }

    /** Clerks space short names out (王 芳); a name in Latin letters keeps its blanks. */
    private static String withoutGaps(String name) {
        boolean chinese = name.codePoints()
                .allMatch(point -> Character.isIdeographic(point) || Character.isWhitespace(point) || point == '·');
        return chinese ? name.replaceAll("[\\s\\u3000]", "") : name;
    }

    private static boolean isUnwritable(int point) {
        boolean halfAPair = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return Character.isISOControl(point) || halfAPair || point == 0xfffd;
    }

    /** Clerks fill a cell that has nothing to say with a word or a stroke. */
    private SheetCell cell(Column column) {
        SheetCell cell = cells.getOrDefault(column, SheetCell.EMPTY);
        return column != Column.NAME && NOTHING.contains(cell.text()) ? SheetCell.EMPTY : cell;
    }

    private <T> @Nullable T refuse(Column column, LineFlaw flaw, Object... arguments) {
        problems.add(LineProblem.of(column, cell(column).text(), flaw, arguments));
        return null;
    }
}
