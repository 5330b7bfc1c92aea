package org.yici.donations.payment.wechat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.yici.platform.outcome.RefusedStart;

/** Reads settings and collects one sentence for each that is missing or wrong. A sentence never repeats a value: it may be a key. */
final class SettingsCheck {

    private static final String FILE = "file:";

    private final List<String> sentences = new ArrayList<>();

    /** @param what finishes the sentence "… has to be"; the empty text stands for what is wrong */
    String text(String variable, @Nullable String value, Pattern form, String what) {
        return given(variable, value, what)
                .filter(text ->
                        require(form.matcher(text).matches(), variable + " is wrong: it has to be " + what + "."))
                .orElse("");
    }

    /** A text that may lie in a file: its value, or {@code file:} and the path. */
    String secret(String variable, @Nullable String value, Pattern form, String what) {
        if (value == null || !value.startsWith(FILE)) {
            return text(variable, value, form, what);
        }
        try {
            return text(variable, Files.readString(Path.of(value.substring(FILE.length()))), form, what);
        } catch (IOException | InvalidPathException unreadable) {
            sentences.add(variable + " is wrong: its file cannot be read. It has to be " + what + ".");
            return "";
        }
    }

    /** The root of a server: its path is signed, so it has none of its own. */
    HttpUrl address(String variable, @Nullable String value, HttpUrl usual) {
        if (value == null || value.isBlank()) {
            return usual;
        }
        HttpUrl address = HttpUrl.parse(value.strip());
        boolean right = address != null && address.encodedPath().equals("/") && address.query() == null;
        return require(right, variable + " is wrong: it has to be an address without a path, such as " + usual + ".")
                        && address != null
                ? address
                : usual;
    }

    /** Where browsers are sent, which may be below a path. */
    HttpUrl page(String variable, @Nullable String value, HttpUrl usual) {
        if (value == null || value.isBlank()) {
            return usual;
        }
        HttpUrl address = HttpUrl.parse(value.strip());
        boolean right = address != null && address.query() == null && address.fragment() == null;
        return require(right, variable + " is wrong: it has to be an address such as " + usual + ".") && address != null
                ? address
                : usual;
    }

    <K> Optional<K> key(String variable, @Nullable String value, String what, Function<String, K> parse) {
        return given(variable, value, what).flatMap(text -> {
            try {
                return Optional.of(parse.apply(Pem.text(text)));
            } catch (UnusableKey unusable) {
                sentences.add(variable + " is wrong: it " + unusable.getMessage() + ". It has to be " + what + ".");
                return Optional.empty();
            }
        });
    }

    @CanIgnoreReturnValue
    boolean require(boolean met, String sentence) {
        if (!met) {
            sentences.add(sentence);
        }
        return met;
    }

    /** @throws RefusedStart with every sentence, a line each, when there is one */
    void throwIfAny() {
        if (!sentences.isEmpty()) {
            throw new RefusedStart(String.join(System.lineSeparator(), sentences));
        }
    }

    private Optional<String> given(String variable, @Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            sentences.add(variable + " is missing: it has to be " + what + ".");
            return Optional.empty();
        }
        return Optional.of(value.strip());
    }
}
