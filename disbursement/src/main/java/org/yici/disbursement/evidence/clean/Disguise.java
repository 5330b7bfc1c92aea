package org.yici.disbursement.evidence.clean;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tells a file that is also something else: a page for a browser, or an archive hung on a picture's end. */
final class Disguise {

    private static final List<String> OF_A_PAGE =
            List.of("<!doctype html", "<html", "<head>", "<body", "<script", "<iframe", "<svg", "<?php");

    private Disguise() {}

    /** Looked for in all of it: browsers look far, and a packed picture holds such words by chance less than once in an age. */
    static boolean isIn(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return OF_A_PAGE.stream().anyMatch(text::contains);
    }
}
