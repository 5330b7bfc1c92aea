package org.yici.standalone;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Plain lines for the operator's terminal; everything longer goes to the log file. */
final class Console {

    private final PrintStream out;
    private final Words words;

    Console(PrintStream out, Words words) {
        this.out = out;
        this.words = words;
    }

    static Console ofThisProcess() {
        return new Console(new PrintStream(System.out, true, StandardCharsets.UTF_8), Words.ofTerminal());
    }

    /** Says nothing: for tests. */
    static Console silent() {
        return new Console(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8), Words.EN);
    }

    void say(String key, Object... arguments) {
        out.println(words.say(key, arguments));
    }

    /** A sentence that is ready to be read. */
    void line(String sentence) {
        out.println(sentence);
    }
}
