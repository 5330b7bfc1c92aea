package org.yici.disbursement.notice;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.ledger.Money;
import org.yici.platform.facts.Fact;
import org.yici.platform.facts.FactOutbox;
import org.yici.platform.facts.RunningNotice;
import org.yici.platform.facts.Wire;
import reactor.core.publisher.Mono;

/** What the public sees of a notice: a masked line while it runs, afterwards a salted hash and nothing else. */
@Component
final class NoticeBoard {

    private final Households households;
    private final FactOutbox outbox;

    NoticeBoard(Households households, FactOutbox outbox) {
        this.households = households;
        this.outbox = outbox;
    }

    /** Hangs the notice out, or hangs it anew when an objection came in or was resolved. */
    Mono<Void> show(Notice notice, Application application, boolean objected) {
        return line(notice, application, objected)
                .flatMap(line -> outbox.notice(line, application.lastStep().at()))
                .then();
    }

    /** What hung there, to be committed to under a salt that lives apart and can be deleted. */
    Mono<Map<String, Object>> shown(Notice notice, Application application) {
        return line(notice, application, false)
                .map(line -> Map.of(
                        "notice", line.notice(),
                        "kind", line.kind(),
                        "name", line.name(),
                        "township", line.township(),
                        "amount", line.amount(),
                        "postedAt", Wire.time(line.postedAt()),
                        "endsAt", Wire.time(line.endsAt())));
    }

    /** Takes the list down and leaves the hash. */
    Mono<Void> takeDown(Notice notice, String hash, long followsSequence, Instant at) {
        return outbox.publish(new Fact.NoticeEnded(notice.code(), hash), followsSequence, at)
                .then(outbox.endNotice(notice.code(), at))
                .then();
    }

    private Mono<RunningNotice> line(Notice notice, Application application, boolean objected) {
        return households
                .find(application.household())
                .map(household -> new RunningNotice(
                        notice.code(),
                        application.kind().word(),
                        name(household, application),
                        household.township(),
                        amount(application).fen(),
                        notice.postedAt(),
                        notice.endsAt(),
                        objected));
    }

    /** As applied for, or as granted where it was paid first. */
    private static Money amount(Application application) {
        Application.Award award = application.award();
        return award != null && application.isPaidFirst() ? award.amount() : application.amount();
    }

    private static String name(Household household, Application application) {
        return household.member(application.member()).orElseThrow().maskedName();
    }
}
