package org.yici.platform.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Numbers as a spreadsheet keeps them: binary, good for 15 decimal digits. What stands behind the fifteenth
 * ({@code 0.30000000000000004}) is no figure that anybody typed or sees.
 */
final class Numbers {

    private static final MathContext DIGITS = new MathContext(15);
    /** The last day that a spreadsheet can show: 31 December 9999. */
    private static final long LAST_DAY = 2_958_465;

    /** Days by which the count from 1904, of old Macintosh files, is behind. */
    static final int DAYS_FROM_1904 = 1_462;

    private Numbers() {}

    /** Empty for what is no finite number. */
    static Optional<BigDecimal> of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value) || Math.abs(value) >= 1e30) {
            return Optional.empty();
        }
        BigDecimal exact = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
        return Optional.of(exact.scale() < 0 ? exact.setScale(0) : exact);
    }

    /** A number's cell; a day where its format says so. */
    static SheetCell cell(double value, boolean isDate, boolean from1904) {
        Optional<BigDecimal> number = of(value);
        if (number.isEmpty()) {
            return SheetCell.text(Double.toString(value));
        }
        long days = (long) Math.floor(value) + (from1904 ? DAYS_FROM_1904 : 0);
        if (!isDate || days < 1 || days > LAST_DAY) {
            return SheetCell.number(number.get());
        }
        LocalDate day = SheetDates.ofSerial(days);
        return SheetCell.date(day, number.get());
    }
}
