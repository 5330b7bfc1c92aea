package org.yici.disbursement.crosscheck.extract;

import static org.yici.disbursement.crosscheck.extract.Column.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yici.platform.sheet.SheetHeading;

/**
 * What a department's extract is about, and which columns are read of it. That is all there is to a kind: one engine reads
 * them all. Every kind has the person's identity number; a new one is a line here, its words, and a value of the
 * database's check.
 */
public enum ExtractKind {
    /** 车辆, of the traffic police. */
    VEHICLES(IDENTITY, NAME, PLATE, MODEL, VALUE, SINCE),
    /** 不动产, of the registry of property. */
    PROPERTY(IDENTITY, NAME, CERTIFICATE, LOCATION, USE, FLOOR_AREA, SINCE),
    /** 工商, of the market's regulator. */
    BUSINESS(IDENTITY, NAME, COMPANY, CREDIT_CODE, POSITION, CAPITAL, STATUS, SINCE),
    /** 社保. */
    SOCIAL_INSURANCE(IDENTITY, NAME, INSURANCE, EMPLOYER, BASE, PENSION, SINCE),
    /** 公积金. */
    PROVIDENT_FUND(IDENTITY, NAME, EMPLOYER, MONTHLY, BALANCE, SINCE),
    /** 死亡, of the police or the undertaker's. */
    DEATHS(IDENTITY, NAME, DIED_ON),
    /** 财政供养, of the treasury. */
    PAYROLL(IDENTITY, NAME, EMPLOYER, POSITION, WAGE),
    /** 税务. */
    TAX(IDENTITY, NAME, EMPLOYER, PERIOD, INCOME),
    /** 车船税, of the tax bureau: who pays it keeps a vehicle or a boat, whoever's name the police have. */
    VEHICLE_TAX(IDENTITY, NAME, PLATE, MODEL, PERIOD, DUTY);

    private final List<Column> columns;

    ExtractKind(Column... columns) {
        this.columns = List.of(columns);
    }

    /** In the order of the template. */
    public List<Column> columns() {
        return columns;
    }

    /** Those without which nothing can be said: an extract that lacks one is refused, and so is a row. */
    public List<Column> needed() {
        return switch (this) {
            case DEATHS -> List.of(IDENTITY, DIED_ON);
            case TAX -> List.of(IDENTITY, INCOME);
            default -> List.of(IDENTITY);
        };
    }

    /** The column of this kind under a heading. */
    Optional<Column> under(String plain) {
        return Column.under(plain).filter(columns::contains);
    }

    /** The same for a heading as somebody typed it, or a column's own name. */
    public Optional<Column> named(String typed) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(typed.strip()))
                .findAny()
                .or(() -> under(SheetHeading.plain(typed)));
    }

    /** As addresses and programs spell it: {@code social-insurance}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ExtractKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findAny();
    }

    public String messageKey() {
        return "crosscheck.kind." + name();
    }

    /** Who usually sends it. */
    public String departmentKey() {
        return "crosscheck.department." + name();
    }
}
