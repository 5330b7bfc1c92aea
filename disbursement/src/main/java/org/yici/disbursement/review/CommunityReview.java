package org.yici.disbursement.review;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.yici.disbursement.evidence.clean.CleanFile;

/**
 * What a village's people said of a household's need (民主评议). It informs the reviewer and decides nothing. Never changed; a
 * later one stands beside it.
 *
 * @param outcome what came of it, in words
 * @param by username of who wrote it down
 */
public record CommunityReview(
        UUID id, LocalDate day, String place, Votes votes, String outcome, String by, Instant at) {

    /** How many were there, and what they said: the three sum to the first. */
    public record Votes(int present, int inFavour, int against, int abstained) {

        boolean isSound() {
            return present > 0
                    && inFavour >= 0
                    && against >= 0
                    && abstained >= 0
                    && (long) inFavour + against + abstained == present;
        }
    }

    /** Of what it says: a decision keeps it, and a replay compares. */
    public byte[] hash() {
        String said = "community-review\n" + day + "\n" + place + "\n" + votes.present() + " " + votes.inFavour() + " "
                + votes.against() + " " + votes.abstained() + "\n\n" + outcome;
        return CleanFile.sha256(said.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "community review " + id;
    }
}
