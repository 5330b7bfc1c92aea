package org.yici.benchmarks.edition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Waits until the public pages show all that is in the books: then nothing of an earlier round is under way any more. */
public final class Quiet {

    private static final Pattern SHOWN = Pattern.compile("\"sequence\":(\\d+)");
    private static final int PATIENCE_SECONDS = 180;
    private static final long LOOK_MILLIS = 250;

    private Quiet() {}

    /** @return journals that the pages were behind when asked first */
    public static long await(Edition edition) throws IOException, InterruptedException, SQLException {
        long first = behind(edition);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (behind(edition) > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the pages are still " + behind(edition) + " journals behind");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return first;
    }

    private static long behind(Edition edition) throws IOException, InterruptedException, SQLException {
        long last = edition.database().number("select last_sequence from ledger.head");
        String summary = new String(edition.get("/api/v1/summary", "identity").body(), StandardCharsets.UTF_8);
        Matcher shown = SHOWN.matcher(summary);
        return shown.find() ? last - Long.parseLong(shown.group(1)) : last;
    }
}
