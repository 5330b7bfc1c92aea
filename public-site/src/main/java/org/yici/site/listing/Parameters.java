package org.yici.site.listing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;

/** Reads what a list is asked for; what cannot be read is 400. */
public final class Parameters {

    private static final int LIMIT = 50;
    private static final int GREATEST_LIMIT = 200;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,59}");

    private Parameters() {}

    /** 1 to 200; 50 where nothing is said. */
    public static int limit(@Nullable String asked) {
        if (asked == null) {
            return LIMIT;
        }
        long limit = number(asked);
        if (limit < 1 || limit > GREATEST_LIMIT) {
            throw unreadable("limit");
        }
        return (int) limit;
    }

    /** A sequence number to go on from; {@code otherwise} where nothing is said. */
    public static long after(@Nullable String asked, long otherwise) {
        return asked == null ? otherwise : number(asked);
    }

    /** A code to go on from; the empty string, before all others, where nothing is said. */
    public static String code(@Nullable String asked) {
        if (asked != null && !CODE.matcher(asked).matches()) {
            throw unreadable("after");
        }
        return asked == null ? "" : asked;
    }

    /** A code in an address; what cannot be one is as unknown as any other: 404. */
    public static String codeInPath(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new RefusedException(Refusal.because(WebReason.NOT_FOUND));
        }
        return code;
    }

    /** A sequence number in an address; 404 when it cannot be one. */
    public static long numberInPath(String number) {
        if (!DIGITS.matcher(number).matches()) {
            throw new RefusedException(Refusal.because(WebReason.NOT_FOUND));
        }
        return Long.parseLong(number);
    }

    public static long number(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw unreadable("number");
        }
        return Long.parseLong(text);
    }

    public static ResponseStatusException unreadable(String parameter) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, parameter);
    }
}
