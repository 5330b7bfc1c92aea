package org.yici.disbursement.household.sheet.line;

/** What can be wrong with a line, or worth knowing. Kept with drafts: never renamed while one stands. */
public enum LineFlaw {
    MISSING,
    /** One value for several lines, where each needs its own. */
    MERGED,
    /** Takes the most characters. */
    TOO_LONG,
    UNWRITABLE,
    IDENTITY_SHAPE,
    /** A number of the first generation, without century and check digit. */
    IDENTITY_OLD,
    IDENTITY_BIRTH,
    IDENTITY_CHECKSUM,
    IDENTITY_DIVISION,
    /** A number of more digits than a spreadsheet keeps: the last ones are made up. */
    DIGITS_LOST,
    PHONE_SHAPE,
    CARD_NUMBER,
    CARD_MISSING,
    CARD_HOLDER,
    CATEGORY_UNKNOWN,
    AREA_UNKNOWN,
    CARE_UNKNOWN,
    DATE_UNREADABLE,
    DATE_AHEAD,
    NO_CONSENT,
    /** Takes the row of the sheet that has the same person. */
    TWICE,
    NO_HEAD,
    TWO_HEADS,
    /** Takes the most that a household may have. */
    TOO_MANY,
    GUARDIAN_UNKNOWN,
    /** What this line says excludes what the household's first line says. */
    CATEGORIES_EXCLUDE,
    /** Takes the code of the household where this person lives, by the register. */
    PERSON_ELSEWHERE,
    /** Takes the code of the household whose category excludes what is said here. */
    CATEGORY_ON_FILE,
    /** Nothing is wrong here; takes the row of the same household where something is. */
    HELD,
    /** Worth knowing: the county's list has no code for this place. */
    PLACE_WITHOUT_CODE,
    /** Worth knowing: takes how many of the household's people the sheet leaves out. */
    LEFT_OUT;

    /** Worth knowing, and no reason to refuse a line. */
    public boolean isRemark() {
        return this == PLACE_WITHOUT_CODE || this == LEFT_OUT;
    }

    public String messageKey() {
        return "register.flaw." + name();
    }
}
