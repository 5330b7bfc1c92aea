package org.yici.disbursement.evidence.clean;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.yici.disbursement.evidence.EvidenceReason;
import org.yici.platform.outcome.Outcome;

/**
 * A file that may be kept: written anew by us, so that nothing of the one that was sent is in it but what is seen.
 *
 * @param hash SHA-256 of {@code bytes}
 * @param sentHash of what was sent, by which a second sending is known
 */
public record CleanFile(Sort sort, byte[] bytes, byte[] hash, byte[] sentHash) {

    /** Refused with the reason why a file is not taken. Blocks and needs memory: one at a time. */
    public static Outcome<CleanFile> of(byte[] sent) {
        byte[] sentHash = sha256(sent);
        return Sort.of(sent)
                .map(sort -> Disguise.isIn(sent)
                        ? Outcome.<CleanFile>refused(EvidenceReason.DISGUISED)
                        : written(sort, sent).map(bytes -> new CleanFile(sort, bytes, sha256(bytes), sentHash)))
                .orElseGet(() -> Outcome.refused(EvidenceReason.NOT_A_PAPER));
    }

    private static Outcome<byte[]> written(Sort sort, byte[] sent) {
        return sort.isPicture() ? CleanPicture.of(sort, sent) : CleanPdf.of(sent);
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return sort + " of " + bytes.length + " bytes";
    }
}
