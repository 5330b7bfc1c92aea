package org.yici.platform.privacy;

import org.yici.platform.outcome.Reason;

/** Why a number of a person is refused. The number itself is never part of the reason. */
public enum PrivacyReason implements Reason {
    /** Not 17 digits and a digit or X. */
    IDENTITY_NUMBER_SHAPE("identity-number-shape"),
    /** The birth date inside is no date. Whether it lies ahead is for the caller, who has the clock. */
    IDENTITY_NUMBER_BIRTH("identity-number-birth"),
    /** The last character does not fit the others: a digit was mistyped. */
    IDENTITY_NUMBER_CHECKSUM("identity-number-checksum"),
    /** Not a Chinese mobile number of 11 digits. */
    PHONE_SHAPE("phone-shape");

    private final String word;

    PrivacyReason(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public int status() {
        return 422;
    }
}
