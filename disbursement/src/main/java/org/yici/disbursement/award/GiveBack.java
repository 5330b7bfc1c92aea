package org.yici.disbursement.award;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Floors;
import org.yici.disbursement.application.GrantReason;
import org.yici.ledger.AccountCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** An award that is not sent goes back to its funds, inside the transaction of the step that says so. */
@Component
public final class GiveBack {

    private final Awards awards;
    private final Ledger ledger;

    GiveBack(Awards awards, Ledger ledger) {
        this.awards = awards;
        this.ledger = ledger;
    }

    /** @return refused {@code award-short} where the books owe it less than it says */
    public Mono<Outcome<AwardState>> of(Award award, Instant at) {
        return ledger.post(List.of(MoneyMoves.awardReleased(
                        "release/" + award.id(), at, award.sequence(), award.grant(), award.kind(), award.shares())))
                .flatMap(
                        postings -> Floors.inTheWay(postings).map(this::refused).orElseGet(() -> awards.move(
                                        award.id(), AwardState.RELEASED, at)
                                .thenReturn(Outcome.done(AwardState.RELEASED))));
    }

    private Mono<Outcome<AwardState>> refused(AccountCode award) {
        return ledger.balance(award).map(owed -> Outcome.refused(GrantReason.AWARD_SHORT, owed.yuan()));
    }
}
