package org.yici.disbursement.crosscheck.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.crosscheck.rule.Severity;
import org.yici.proof.CanonicalJson;

/**
 * Something that a rule found. It informs a person; it decides nothing.
 *
 * @param number within its report, from 1
 * @param version of the rule
 * @param member whom it is about; null where it is the household together
 */
public record Finding(
        int number,
        String rule,
        String version,
        Severity severity,
        @Nullable String member,
        List<Evidence> evidence) {

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** The same in a later report, of the same rows by the same version, is the same question: SHA-256 in hexadecimal figures. */
    public String key() {
        TreeMap<String, @Nullable Object> parts = new TreeMap<>();
        parts.put("version", version);
        parts.put("member", member);
        parts.put(
                "rows",
                evidence.stream()
                        .map(row -> row.member() + " " + row.extract() + "/" + row.row())
                        .sorted()
                        .toList());
        return sha256(CanonicalJson.write(parts));
    }

    /** Whether both say the same of the same rows; names on the register may be put right in between. */
    boolean saysTheSameAs(Finding other) {
        return key().equals(other.key())
                && evidence.stream()
                        .map(Finding::facts)
                        .toList()
                        .equals(other.evidence.stream().map(Finding::facts).toList());
    }

    private static TreeMap<String, String> facts(Evidence row) {
        TreeMap<String, String> facts = new TreeMap<>(row.facts());
        facts.remove("NAME");
        return facts;
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
