package org.yici.disbursement.notice;

import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Attempt;
import org.yici.disbursement.application.Casework;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * The clock's work: a notice whose time is over comes down, and so does one whose case was refused or withdrawn before,
 * or whose household took its consent back. Its application moves on, its masked list disappears, and the salted hash of the list goes into the ledger as a statement
 * and out as a fact. Nobody ends a notice by hand. Any number of instances may do this at once: the application's row
 * decides.
 */
@Component
public final class EndNotices {

    private static final Logger log = LoggerFactory.getLogger(EndNotices.class);

    private final Notices notices;
    private final NoticeBoard board;
    private final Casework casework;
    private final Ledger ledger;
    private final Transactions transactions;
    private final ProgramClock clock;

    EndNotices(
            Notices notices,
            NoticeBoard board,
            Casework casework,
            Ledger ledger,
            Transactions transactions,
            ProgramClock clock) {
        this.notices = notices;
        this.board = board;
        this.casework = casework;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Ends every notice that is due, each in a transaction of its own; answers how many. One that fails stays for the next
     * round and holds back none of the others.
     */
    public Mono<Long> due() {
        return Mono.defer(() -> notices.due(clock.instant()).collectList())
                .flatMapIterable(due -> due)
                .concatMap(this::endOrSkip)
                .filter(ended -> ended)
                .count();
    }

    /** Only the code and the kind of fault are logged: what a fault says may hold a name. */
    private Mono<Boolean> endOrSkip(Notice notice) {
        return transactions
                .inOne(() -> end(notice))
                .map(ended -> ended.fold(done -> done, refusal -> false))
                .onErrorResume(Exception.class, fault -> {
                    log.warn(
                            "Notice {} could not be ended: {}",
                            notice.code(),
                            fault.getClass().getSimpleName());
                    return Mono.just(false);
                });
    }

    private Mono<Outcome<Boolean>> end(Notice notice) {
        return Chain.then(casework.open(notice.application().toString()), application -> statement(notice, application)
                .flatMap(statement -> {
                    String hash = HexFormat.of().formatHex(statement.secret().hash());
                    return notices.end(notice, statement.at(), hash)
                            .flatMap(mine ->
                                    mine ? note(application).then(publish(notice, statement, hash)) : Mono.just(false));
                })
                .map(Outcome::done));
    }

    /** A grant that was paid first stays where it is, and its story says that the notice ended. */
    private Mono<Void> note(Application application) {
        Attempt attempt = Attempt.ofThePublic(application, Action.END_NOTICE, clock.instant());
        return attempt.obstacle().isPresent()
                ? Mono.empty()
                : casework.step(attempt, null, noted -> Mono.just(Outcome.done(true)))
                        .then();
    }

    private Mono<Journal> statement(Notice notice, Application application) {
        return board.shown(notice, application)
                .map(shown -> MoneyMoves.statement("notice-ended/" + notice.code(), clock.instant(), shown));
    }

    private Mono<Boolean> publish(Notice notice, Journal statement, String hash) {
        return ledger.post(List.of(statement))
                .map(postings -> postings.get(0).sequence().orElseThrow())
                .flatMap(sequence -> board.takeDown(notice, hash, sequence, statement.at()))
                .thenReturn(true);
    }
}
