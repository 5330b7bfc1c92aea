package org.yici.donations.payment;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.GiftsDatabase;
import org.yici.donations.donation.GroupCommit;
import org.yici.ledger.Ledger;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Puts a paid gift into the books: compared with the wish, once, whoever says so and however often. Many at a time go
 * through the {@link GroupCommit}; all of a batch commit together.
 */
@Component
public final class Confirming {

    private final GiftsDatabase database;
    private final ProgramClock clock;
    private final GiftPoster poster;
    private final GroupCommit<TimedNotice, ConfirmedGift> commits;

    Confirming(GiftsDatabase database, ProgramClock clock) {
        this.database = database;
        this.clock = clock;
        this.poster = new GiftPoster(new PaidGifts(database.client()), new Ledger(database.client()));
        this.commits = new GroupCommit<>("confirming", this::post);
    }

    /**
     * Answers after the commit. The gift's time is the program clock's now, when this is asked. Refused: an unknown gift,
     * another amount or method, a payment that pays another gift.
     */
    public Mono<Outcome<ConfirmedGift>> confirm(PaidNotice notice) {
        return Mono.defer(() -> commits.submit(new TimedNotice(notice, clock.instant())));
    }

    private Mono<List<Outcome<ConfirmedGift>>> post(List<TimedNotice> notices) {
        return database.inOne(() -> poster.post(notices))
                .onErrorResume(LedgerRefused.class, refused -> postAlone(notices, refused));
    }

    /** The ledger refused one journal: the others must not suffer, and the refused one must leave no trace. */
    private Mono<List<Outcome<ConfirmedGift>>> postAlone(List<TimedNotice> notices, LedgerRefused refused) {
        if (notices.size() == 1) {
            return Mono.just(List.of(Outcome.refused(
                    Refusal.because(PaymentReason.NOT_POSTED, refused.reason().word()))));
        }
        return Flux.fromIterable(notices)
                .concatMap(notice -> post(List.of(notice)))
                .concatMapIterable(answers -> answers)
                .collectList();
    }
}
