package org.yici.disbursement.crosscheck.extract;

import org.yici.platform.privacy.Masked;
import org.yici.platform.sheet.SheetText;

/**
 * One thing that is wrong with a row.
 *
 * @param cell as the spreadsheet program calls it: {@code C12}
 * @param shown what stands there, masked where it may be somebody's
 */
public record RowProblem(String cell, Column column, String shown, RowFlaw flaw) {

    private static final int SHOWN_CHARACTERS = 20;
    private static final int DIGITS_OF_NOBODY = 8;

    static RowProblem of(String cell, Column column, String value, RowFlaw flaw) {
        return new RowProblem(cell, column, shown(column, value), flaw);
    }

    /** Nothing is wrong: the row was taken for a total. Not named as a getter, which would be a member of its JSON. */
    public boolean saysTotal() {
        return flaw == RowFlaw.TOTAL_ROW;
    }

    private static String shown(Column column, String value) {
        if (value.isBlank()) {
            return "";
        }
        return switch (column.sort()) {
            case IDENTITY -> Masked.identityNumber(SheetText.narrow(value));
            case NAME -> Masked.name(value);
            case NUMBERED, HIDDEN -> "…";
            default -> plain(value);
        };
    }

    /** Whatever column it slipped into, a long number may be somebody's. */
    private static String plain(String value) {
        if (value.chars().filter(Character::isDigit).count() > DIGITS_OF_NOBODY) {
            return "…";
        }
        return value.length() > SHOWN_CHARACTERS ? value.substring(0, SHOWN_CHARACTERS) + "…" : value;
    }
}
