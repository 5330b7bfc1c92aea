package org.yici.site.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fact as it was published.
 *
 * @param envelope the whole published text
 */
public record PublicFact(long number, String type, Instant at, JsonNode body, String envelope) {

    /** Those of one type, only the last about each thing: a statement may not write one row twice. */
    public static Collection<PublicFact> lastByKey(List<PublicFact> facts, String type, String key) {
        Map<String, PublicFact> last = new LinkedHashMap<>();
        facts.stream().filter(fact -> fact.type.equals(type)).forEach(fact -> last.put(fact.text(key), fact));
        return last.values();
    }

    /** A text of the body that this type of fact always has. */
    public String text(String name) {
        return body.get(name).asString();
    }

    /** A text that the body has in both languages. */
    public String words(String name, String language) {
        return body.get(name).get(language).asString();
    }

    /** A text that the body may have. */
    public @Nullable String textIfAny(String name) {
        JsonNode value = body.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }
}
