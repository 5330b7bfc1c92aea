package org.yici.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Headers that stand on every answer of a service, in this order, whichever way it was made. */
public record FixedHeaders(Map<String, String> values) {

    public FixedHeaders {
        values = new LinkedHashMap<>(values);
    }

    /** The same and one more. */
    public FixedHeaders with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(header, value);
        return new FixedHeaders(more);
    }
}
