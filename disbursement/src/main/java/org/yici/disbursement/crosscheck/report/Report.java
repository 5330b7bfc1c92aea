package org.yici.disbursement.crosscheck.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.application.ApplicationId;
import org.yici.platform.web.StrictJson;
import org.yici.proof.CanonicalJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What extracts say of an application's household on one day. Never changed.
 *
 * @param number of the application: a rerun stands beside the old one
 * @param hash of the canonical content, SHA-256 in hexadecimal figures
 * @param run over the register that found it; null where the case alone was asked
 */
public record Report(
        UUID id,
        ApplicationId application,
        int number,
        String madeBy,
        Instant madeAt,
        String hash,
        Content content,
        @Nullable Long run) {

    /** A new one, of what {@code content} says. */
    public static Report of(
            ApplicationId application, int number, String madeBy, Instant at, Content content, @Nullable Long run) {
        return new Report(
                UUID.randomUUID(), application, number, madeBy, at, Finding.sha256(content.canonical()), content, run);
    }

    /**
     * @param v of this form
     * @param people who were asked about: members' ids
     */
    public record Content(int v, String application, List<String> people, Basis basis, List<Finding> findings) {
        private static final JsonMapper JSON = StrictJson.strict();
        private static final TypeReference<Map<String, Object>> PLAIN = new TypeReference<>() {};
        private static final int VERSION = 1;

        public static Content of(ApplicationId application, List<UUID> people, Basis basis, List<Finding> findings) {
            return new Content(
                    VERSION,
                    application.toString(),
                    people.stream().map(UUID::toString).toList(),
                    basis,
                    findings);
        }

        public Content {
            people = List.copyOf(people);
            findings = List.copyOf(findings);
        }

        /** RFC 8785. */
        String canonical() {
            return CanonicalJson.write(JSON.readValue(JSON.writeValueAsString(this), PLAIN));
        }

        static Content read(String canonical) {
            return JSON.readValue(canonical, Content.class);
        }

        List<UUID> members() {
            return people.stream().map(UUID::fromString).toList();
        }
    }

    /** @throws IllegalStateException when the content is not what was hashed */
    static Content verified(String canonical, String hash) {
        if (!Finding.sha256(canonical).equals(hash)) {
            throw new IllegalStateException("A report of a cross-check is not what it was");
        }
        return Content.read(canonical);
    }
}
