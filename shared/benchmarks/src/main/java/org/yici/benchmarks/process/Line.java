package org.yici.benchmarks.process;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What two processes say to each other: a word and named values, on one line.
 *
 * @param values of any characters
 */
public record Line(String word, Map<String, String> values) {

    public static Line of(String word) {
        return new Line(word, Map.of());
    }

    public Line with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value.toString());
        return new Line(word, more);
    }

    public static Line parse(String text) {
        String[] parts = text.split(" ");
        Line line = of(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            line = line.with(
                    parts[i].substring(0, equals),
                    URLDecoder.decode(parts[i].substring(equals + 1), StandardCharsets.UTF_8));
        }
        return line;
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(word + " without " + name);
        }
        return value;
    }

    public int whole(String name) {
        return Integer.parseInt(text(name));
    }

    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(word);
        values.forEach((name, value) ->
                text.append(' ').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
