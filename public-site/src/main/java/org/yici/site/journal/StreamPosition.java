package org.yici.site.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a reader of the stream has: all journals and all facts up to these numbers. Its event id is {@code 42-7}. */
record StreamPosition(long journals, long facts) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /** Null when {@code id} is none of ours: the reader begins with what happens from now on. */
    static @Nullable StreamPosition parse(@Nullable String id) {
        Matcher matcher = FORM.matcher(id == null ? "" : id);
        return matcher.matches()
                ? new StreamPosition(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))
                : null;
    }

    String id() {
        return journals + "-" + facts;
    }
}
