package org.yici.benchmarks.load;

import java.util.TreeMap;
import org.yici.benchmarks.process.Line;

/** What went wrong, counted, with the first case of each kind in words. */
final class Tally {

    private static final int WORDS = 300;
    private final TreeMap<String, String> first = new TreeMap<>();
    private int errors;

    void error(String kind, String words) {
        errors++;
        if (first.putIfAbsent(kind, words) == null) {
            System.err.println(kind + ": " + words.substring(0, Math.min(words.length(), WORDS)));
        }
    }

    int errors() {
        return errors;
    }

    Line on(Line line) {
        return line.with("errors", errors).with("kinds", String.join(", ", first.keySet()));
    }
}
