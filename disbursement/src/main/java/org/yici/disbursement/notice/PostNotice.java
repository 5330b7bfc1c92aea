package org.yici.disbursement.notice;

import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Numbering;
import org.yici.disbursement.Once;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Casework;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/**
 * A reviewer posts the public notice of an application that has passed, or of a grant that was paid first; from then on the
 * clock runs.
 */
@Component
public final class PostNotice {

    private final Once once;
    private final Casework casework;
    private final Numbering numbering;
    private final Notices notices;
    private final NoticeBoard board;
    private final int wholeDays;

    PostNotice(
            Once once,
            Casework casework,
            Numbering numbering,
            Notices notices,
            NoticeBoard board,
            @Value("${yici.notice.days}") int wholeDays) {
        if (wholeDays < 1) {
            throw new IllegalArgumentException("yici.notice.days: a notice runs at least one whole day");
        }
        this.once = once;
        this.casework = casework;
        this.numbering = numbering;
        this.notices = notices;
        this.board = board;
        this.wholeDays = wholeDays;
    }

    /** The notice as it was posted. */
    public record Posted(String code, Instant endsAt) {}

    /** @return refused {@code not-found}, {@code role}, {@code same-person} or {@code step-not-open} */
    public Mono<Outcome<Posted>> post(StaffMember actor, IdempotencyKey key, String id) {
        return once.run(
                actor,
                key,
                "notice/" + id,
                Map.of(),
                Posted.class,
                () -> casework.step(actor, id, Action.POST_NOTICE, null, application -> numbering
                        .next("N", 4, application.lastStep().at())
                        .map(code -> notice(code, application))
                        .flatMap(notice -> notices.add(notice)
                                .then(board.show(notice, application, false))
                                .thenReturn(Outcome.done(new Posted(notice.code(), notice.endsAt()))))));
    }

    private Notice notice(String code, Application application) {
        Instant posted = application.lastStep().at();
        return new Notice(code, application.id(), posted, NoticePeriod.endOf(posted, wholeDays), null);
    }
}
