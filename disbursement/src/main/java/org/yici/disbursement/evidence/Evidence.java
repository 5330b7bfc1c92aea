package org.yici.disbursement.evidence;

import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.evidence.clean.Sort;

/**
 * A paper of a case, without what is in it.
 *
 * @param number of the case's papers, in the order in which they came
 * @param paper what it is, in a word of the standard's, or {@code other}
 * @param bytes of the file
 * @param hash SHA-256 of the file
 * @param name what it was called; may name somebody, so it is sealed where it is kept
 * @param by username of who brought it, or {@link KeepEvidence.Bringer#HOUSEHOLD}
 * @param voided null while it counts
 */
public record Evidence(
        EvidenceId id,
        int number,
        String paper,
        Sort sort,
        int bytes,
        byte[] hash,
        @Nullable String name,
        String by,
        Instant at,
        @Nullable Voided voided) {

    /** That it was a mistake, and why. */
    public record Voided(String by, Instant at, String note) {}

    public boolean fromHousehold() {
        return by.equals(KeepEvidence.Bringer.HOUSEHOLD);
    }

    public boolean counts() {
        return voided == null;
    }

    public String hashWord() {
        return HexFormat.of().formatHex(hash);
    }

    /** For people: {@code 0.1} and more, in MB. */
    public String megabytes() {
        long tenths = Math.max(1, Math.round(bytes / 104_857.6));
        return tenths / 10 + "." + tenths % 10;
    }

    @Override
    public String toString() {
        return "evidence " + id;
    }
}
