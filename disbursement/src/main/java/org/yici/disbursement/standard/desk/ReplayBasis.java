package org.yici.disbursement.standard.desk;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yici.disbursement.award.DecisionBasis;
import org.yici.disbursement.award.DecisionBasis.Piece;
import org.yici.disbursement.award.DecisionBasis.Sort;
import org.yici.disbursement.evidence.EvidenceBox;
import org.yici.disbursement.evidence.EvidenceId;
import org.yici.disbursement.evidence.clean.CleanFile;
import org.yici.disbursement.homevisit.HomeVisit;
import org.yici.disbursement.homevisit.HomeVisits;
import org.yici.disbursement.review.CommunityReview;
import org.yici.disbursement.review.CommunityReviews;
import org.yici.disbursement.standard.desk.ReplayDecisions.Difference;
import org.yici.disbursement.standard.desk.ReplayDecisions.Replayed;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Opens again, one by one, what each decision rested on: everything is still there and says the same. */
@Component
final class ReplayBasis {

    private static final byte[] NOTHING = {};

    private final DecisionBasis basis;
    private final EvidenceBox box;
    private final HomeVisits visits;
    private final CommunityReviews reviews;
    private final Scheduler sheetScheduler;

    ReplayBasis(
            DecisionBasis basis,
            EvidenceBox box,
            HomeVisits visits,
            CommunityReviews reviews,
            Scheduler sheetScheduler) {
        this.basis = basis;
        this.box = box;
        this.visits = visits;
        this.reviews = reviews;
        this.sheetScheduler = sheetScheduler;
    }

    Flux<Replayed> all() {
        return basis.all().collectList().flatMapMany(Flux::fromIterable).concatMap(this::piece);
    }

    private Mono<Replayed> piece(Piece piece) {
        Mono<Boolean> same = piece.sort() == Sort.FUND_LEFT_OUT
                ? Mono.just(!piece.drawn())
                : hash(piece.sort(), UUID.fromString(piece.what()))
                        // What cannot be unsealed any more is as good as gone.
                        .onErrorReturn(IllegalStateException.class, NOTHING)
                        .defaultIfEmpty(NOTHING)
                        .map(now -> Arrays.equals(now, piece.hash()));
        return same.map(yes -> new Replayed(
                0,
                0,
                0,
                1,
                yes
                        ? List.of()
                        : List.of(new Difference(
                                piece.grant(), piece.standard(), piece.awarded(), Difference.BASIS_CHANGED))));
    }

    private Mono<byte[]> hash(Sort sort, UUID id) {
        return switch (sort) {
            case EVIDENCE ->
                box.content(new EvidenceId(id)).publishOn(sheetScheduler).map(CleanFile::sha256);
            case HOME_VISIT -> visits.find(id).map(HomeVisit::hash);
            case COMMUNITY_REVIEW -> reviews.find(id).map(CommunityReview::hash);
            case FUND_LEFT_OUT -> Mono.empty();
        };
    }
}
