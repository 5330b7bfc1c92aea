package org.yici.platform.staff.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a path of this site and nothing else, whatever the address of the page says. */
final class LocalPath {
    /** One slash that no second one and no backslash follows (both mean another host), then plain URI characters. */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[A-Za-z0-9/._~!$&'()*+,;=:@%?-]{0,500}");

    private LocalPath() {}

    static String or(@Nullable String asked, String otherwise) {
        return asked != null && LOCAL.matcher(asked).matches() ? asked : otherwise;
    }
}
