package org.yici.benchmarks.edition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the edition answered.
 *
 * @param headers with their names in small letters
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way into a file
public record Page(int statusCode, Map<String, List<String>> headers, byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(values -> String.join(", ", values));
    }
}
