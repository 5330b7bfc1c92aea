package org.yici.disbursement.notice.board;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Who hangs notices out in the villages opens the sheets; that one was opened is in the audit trail. */
@Component
final class OpenBoards {

    private final VillageBoards boards;
    private final AuditTrail audit;

    OpenBoards(VillageBoards boards, AuditTrail audit) {
        this.boards = boards;
        this.audit = audit;
    }

    /** @return refused {@code role} */
    Mono<Outcome<List<VillageBoard>>> all(StaffMember reader) {
        return VillageBoards.mayOpen(reader)
                ? boards.now().map(Outcome::done)
                : Mono.just(Outcome.refused(StaffReason.ROLE));
    }

    /** @return refused {@code role}, or {@code not-found} where nothing hangs there, or the village is not named */
    Mono<Outcome<VillageBoard>> one(StaffMember reader, String township, @Nullable String village) {
        return Chain.then(all(reader), found -> Mono.justOrEmpty(found.stream()
                        .filter(board -> board.isOf(township, village))
                        .findAny())
                .flatMap(board -> opened(reader, board))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    /** The village stays out of the trail, as out of every column that is not sealed. */
    private Mono<Outcome<VillageBoard>> opened(StaffMember reader, VillageBoard board) {
        return audit.record(
                        reader,
                        "board-opened",
                        board.township(),
                        Map.of("notices", board.lines().size()))
                .thenReturn(Outcome.done(board));
    }
}
