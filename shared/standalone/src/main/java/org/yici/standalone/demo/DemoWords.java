package org.yici.standalone.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What the invented people say and write, from a file beside this class. */
record DemoWords(Properties words) {

    static DemoWords load() {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                DemoWords.class.getResourceAsStream("/demo/words.properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DemoWords(words);
    }

    String reason(String kind, int which) {
        return words.getProperty("reason." + kind + "." + which);
    }

    String relation(String relation) {
        return words.getProperty("relation." + relation);
    }

    String review() {
        return words.getProperty("review");
    }

    /** @param of a kind of aid where the money was used as meant; otherwise what the visit found */
    String visit(String of) {
        return words.getProperty("visit." + of);
    }

    String confirmation() {
        return words.getProperty("confirmation");
    }

    /** @param kind of extract that it sends */
    String department(String kind) {
        return words.getProperty("department." + kind);
    }

    String finding() {
        return words.getProperty("finding");
    }
}
