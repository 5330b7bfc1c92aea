package org.yici.platform.sheet;

import org.yici.platform.outcome.InvalidInput;

/** Why a file cannot be read as a sheet at all. */
enum SheetFlaw {
    EMPTY("input.sheet.empty"),
    /** Neither of the formats, damaged, or something else under a sheet's name. */
    NOT_A_SHEET("input.sheet.format"),
    /** A page of a bank's website, saved with the ending .xls. */
    WEB_PAGE("input.sheet.web-page"),
    PROTECTED("input.sheet.protected"),
    TOO_LARGE("input.sheet.too-large"),
    TOO_MANY_ROWS("input.sheet.too-many-rows");

    private final String messageKey;

    SheetFlaw(String messageKey) {
        this.messageKey = messageKey;
    }

    InvalidInput refusal(Object... arguments) {
        return InvalidInput.of("file", messageKey, arguments);
    }
}
