package org.yici.disbursement.evidence;

import java.util.UUID;

/** A paper's lasting id. */
public record EvidenceId(UUID value) {

    static EvidenceId fresh() {
        return new EvidenceId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
