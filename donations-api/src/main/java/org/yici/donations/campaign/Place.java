package org.yici.donations.campaign;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a poster hangs, as its QR code says it: a short word such as {@code village-shop}, never a sentence. */
public record Place(String word) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    /** Empty when {@code text} is no such word. */
    public static Optional<Place> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new Place(text)) : Optional.empty();
    }
}
