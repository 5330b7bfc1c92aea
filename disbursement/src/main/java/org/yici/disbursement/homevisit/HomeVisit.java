package org.yici.disbursement.homevisit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yici.disbursement.evidence.clean.CleanFile;

/**
 * A visit at a household's home before its case is decided. Never changed; a later one stands beside it.
 *
 * @param visitors at least two, as they were named
 * @param staff usernames among them
 * @param by username of who wrote it down
 */
public record HomeVisit(
        UUID id, LocalDate day, List<String> visitors, List<String> staff, String findings, String by, Instant at) {

    public HomeVisit {
        visitors = List.copyOf(visitors);
        staff = List.copyOf(staff);
    }

    /** Of what it says: a decision keeps it, and a replay compares. */
    public byte[] hash() {
        String said = "home-visit\n" + day + "\n" + String.join("\n", visitors) + "\n\n" + findings;
        return CleanFile.sha256(said.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "home visit " + id;
    }
}
