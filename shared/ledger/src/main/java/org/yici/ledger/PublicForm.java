package org.yici.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yici.proof.CanonicalJson;

/** The public form of a numbered journal, as contract.md has it. Its canonical bytes are a leaf of the proof log. */
final class PublicForm {

    /** RFC 3339 in UTC, always with milliseconds. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final long VERSION = 1;

    private final Map<String, @Nullable Object> members = new TreeMap<>();

    PublicForm(String kind, String currency, String[] accounts, Long[] amounts) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < accounts.length; i++) {
            entries.add(Map.of("account", accounts[i], "amount", amounts[i]));
        }
        members.put("kind", kind);
        members.put("currency", currency);
        members.put("entries", entries);
        members.put("v", VERSION);
    }

    /** A member that stands in the form only where it applies. */
    PublicForm with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /** What the ledger adds when it numbers the journal. */
    PublicForm numbered(long sequence, Instant at, String commitment) {
        return with("sequence", sequence).with("at", TIME.format(at)).with("private", commitment);
    }

    String canonical() {
        return CanonicalJson.write(members);
    }
}
