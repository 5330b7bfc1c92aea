package org.yici.donations.payment.reconciliation.statement;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.counter.line.CounterMethod;
import org.yici.donations.payment.reconciliation.statement.match.BookedTransfer;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Mono;

/**
 * A gift by transfer was entered at the counter on somebody's word; when the bank's statement shows it, it is in the bank
 * account, as what a provider settles is. Only then can it be paid out.
 */
@Component
class AtBank {

    private static final String METHOD = CounterMethod.BANK.word();

    private final Ledger ledger;
    private final ProgramClock clock;

    AtBank(Ledger ledger, ProgramClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Inside the caller's transaction; the same transfer again is the same journal. */
    Mono<Void> book(Collection<BookedTransfer> transfers) {
        List<Journal> journals = transfers.stream().map(this::journal).toList();
        return journals.isEmpty()
                ? Mono.empty()
                : ledger.post(journals)
                        .doOnNext(postings -> postings.forEach(posting -> posting.sequence()
                                .orElseThrow(() -> new IllegalStateException("the bank's money is refused"))))
                        .then();
    }

    private Journal journal(BookedTransfer transfer) {
        return MoneyMoves.settlement(
                "transfer-at-bank/" + transfer.sequence(), clock.instant(), METHOD, Money.ofFen(transfer.fen()));
    }
}
