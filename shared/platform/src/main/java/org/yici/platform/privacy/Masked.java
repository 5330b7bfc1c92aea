package org.yici.platform.privacy;

/** What may be shown of a personal value to somebody who need not know it. Masks never fail: what is too short shows nothing. */
public final class Masked {
    private Masked() {}

    /** The surname and two stars, whatever the name's length: {@code 张**}, {@code 欧阳**}. */
    public static String name(String name) {
        String trimmed = name.strip();
        if (CompoundSurnames.begin(trimmed)) {
            return trimmed.substring(0, 2) + "**";
        }
        return trimmed.isEmpty() ? "**" : Character.toString(trimmed.codePointAt(0)) + "**";
    }

    /** The last four digits of a bank card: {@code **** 1234}. */
    public static String card(String number) {
        return "**** " + tail(number, 4, 12);
    }

    /** Province and checksum end of an identity number, without the birth date: {@code 22************1X}. */
    public static String identityNumber(String number) {
        String plain = number.replaceAll("\\s", "");
        return plain.length() < 15 ? "*".repeat(18) : plain.substring(0, 2) + "*".repeat(14) + tail(plain, 2, 15);
    }

    /** The first three and last two digits of a phone: {@code 138******78}. */
    public static String phone(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.length() < 11 ? "*".repeat(11) : digits.substring(0, 3) + "******" + tail(digits, 2, 11);
    }

    private static String tail(String text, int length, int least) {
        String plain = text.replaceAll("\\s", "");
        return plain.length() < least ? "*".repeat(length) : plain.substring(plain.length() - length);
    }
}
