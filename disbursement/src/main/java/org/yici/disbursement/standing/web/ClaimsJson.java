package org.yici.disbursement.standing.web;

import java.time.Instant;
import java.util.List;
import org.yici.disbursement.Amount;
import org.yici.disbursement.standing.claim.DueClaim;

/** @param waiting what waits for somebody's decision, {@code decided} newest first */
record ClaimsJson(List<CorrectionJson> waiting, List<Decided> decided) {

    record Decided(
            String id,
            String person,
            DueClaim.Decision decision,
            Amount amount,
            Amount returned,
            Amount outstanding,
            String note,
            String decidedBy,
            Instant decidedAt) {

        static Decided of(DueClaim claim) {
            return new Decided(
                    claim.id().toString(),
                    claim.person().toString(),
                    claim.decision(),
                    Amount.of(claim.amount()),
                    Amount.of(claim.returned()),
                    Amount.of(claim.outstanding()),
                    claim.note(),
                    claim.decidedBy(),
                    claim.decidedAt());
        }
    }

    static ClaimsJson of(StandingDesk.Claims claims) {
        return new ClaimsJson(
                claims.waiting().stream().map(CorrectionJson::of).toList(),
                claims.decided().stream().map(Decided::of).toList());
    }
}
