package org.yici.disbursement.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.conflict.Relation;
import org.yici.disbursement.evidence.Evidence;
import org.yici.disbursement.homevisit.HomeVisit;
import org.yici.disbursement.review.CommunityReview;

/**
 * What lies beside a case, for the person who looks. Public methods are for the template.
 *
 * @param relations that hold
 * @param names of staff, by username
 * @param choices what a new file may be called; none where the reader may add none
 */
record CasePapers(
        List<Evidence> files,
        List<HomeVisit> visits,
        List<CommunityReview> reviews,
        List<Relation> relations,
        Map<String, String> names,
        List<String> choices,
        Rights rights) {

    /** @param read may the reader open files, and read what visitors found and neighbours said? */
    record Rights(boolean read, boolean add, boolean visit, boolean review) {}

    /** A paper that the standard of the day asks for; is it there? */
    record Asked(String paper, boolean there) {}

    public String name(String username) {
        return names.getOrDefault(username, username);
    }

    public String visitors(HomeVisit visit) {
        return String.join("、", visit.visitors().stream().map(this::name).toList());
    }

    /** What the last community review said where not more were in favour than against: {@code 1 : 6}. */
    Optional<String> outvoted() {
        return reviews.stream()
                .max(Comparator.comparing(CommunityReview::at))
                .map(CommunityReview::votes)
                .filter(votes -> votes.inFavour() <= votes.against())
                .map(votes -> votes.inFavour() + " : " + votes.against());
    }

    /** What belongs to the case's story. */
    List<CaseView.Told> story() {
        Stream<CaseView.Told> seen =
                visits.stream().map(visit -> told(visit.by(), "story.home-visit", visit.at(), visit.findings()));
        Stream<CaseView.Told> said = reviews.stream()
                .map(review -> told(review.by(), "story.community-review", review.at(), review.outcome()));
        return Stream.concat(seen, said)
                .sorted(Comparator.comparing(CaseView.Told::at))
                .toList();
    }

    private CaseView.Told told(String by, String messageKey, Instant at, @Nullable String words) {
        return new CaseView.Told(at, name(by), "", messageKey, null, rights.read() ? words : null);
    }
}
