package org.yici.disbursement.notice;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Attempt;
import org.yici.disbursement.award.AwardId;
import org.yici.disbursement.award.Awards;
import org.yici.disbursement.award.GiveBack;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * What follows when an objection is resolved: a notice that still runs is shown without it; money that was granted first and
 * is not sent yet goes back to its funds. Money that is out stays where it is: the case says that it has to be claimed back.
 */
@Component
final class AfterResolution {

    /** Where a notice may hang; a case that was refused has its notice taken down by {@link EndNotices}. */
    private static final Set<ApplicationState> HANGS = EnumSet.of(
            ApplicationState.ON_NOTICE,
            ApplicationState.AWARDED,
            ApplicationState.PAYING,
            ApplicationState.PAID,
            ApplicationState.CONFIRMED);

    private final Notices notices;
    private final NoticeBoard board;
    private final Awards awards;
    private final GiveBack giveBack;

    AfterResolution(Notices notices, NoticeBoard board, Awards awards, GiveBack giveBack) {
        this.notices = notices;
        this.board = board;
        this.awards = awards;
        this.giveBack = giveBack;
    }

    /** @return refused {@code award-short} where the books owe the award less than it says */
    Mono<Outcome<Application>> follow(Attempt resolved, Application moved) {
        Application.@Nullable Award award = moved.award();
        boolean upheld = resolved.action() == Action.UPHOLD_OBJECTION;
        Mono<Outcome<Application>> done = Mono.just(Outcome.done(moved));
        if (upheld && award != null && moved.state() == ApplicationState.REFUSED) {
            return awards.find(new AwardId(award.id()))
                    .flatMap(found -> Chain.then(giveBack.of(found, moved.since()), given -> done));
        }
        return showAgain(moved, upheld, resolved.now()).then(done);
    }

    private Mono<Void> showAgain(Application moved, boolean objected, Instant now) {
        if (!HANGS.contains(moved.state())) {
            return Mono.empty();
        }
        Application.Notice notice = Objects.requireNonNull(moved.notice());
        return notices.find(notice.code())
                .filter(running -> !running.isOver(now))
                .flatMap(running -> board.show(running, moved, objected));
    }
}
