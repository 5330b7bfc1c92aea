package org.yici.disbursement.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Contribution;
import org.yici.disbursement.conflict.Relation;
import org.yici.disbursement.conflict.Relations;
import org.yici.disbursement.desk.CasePapers.Rights;
import org.yici.disbursement.evidence.Evidence;
import org.yici.disbursement.evidence.EvidenceBox;
import org.yici.disbursement.evidence.KeepEvidence;
import org.yici.disbursement.homevisit.HomeVisit;
import org.yici.disbursement.homevisit.HomeVisits;
import org.yici.disbursement.review.CommunityReview;
import org.yici.disbursement.review.CommunityReviews;
import org.yici.disbursement.standard.Paper;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import reactor.core.publisher.Mono;

/** Puts together what lies beside a case. */
@Component
final class PapersOfCase {

    private final EvidenceBox box;
    private final HomeVisits visits;
    private final CommunityReviews reviews;
    private final Relations relations;
    private final StaffNames staffNames;

    PapersOfCase(
            EvidenceBox box, HomeVisits visits, CommunityReviews reviews, Relations relations, StaffNames staffNames) {
        this.box = box;
        this.visits = visits;
        this.reviews = reviews;
        this.relations = relations;
        this.staffNames = staffNames;
    }

    Mono<CasePapers> of(Application application, StaffMember reader) {
        Rights rights = rights(application, reader);
        List<String> choices = rights.add() ? KeepEvidence.choices(application) : List.of();
        return Mono.zip(
                        box.of(application.id()),
                        visits.of(application.id()),
                        reviews.of(application.id()),
                        relations.of(application.household()))
                .flatMap(found -> {
                    List<Relation> held =
                            found.getT4().stream().filter(Relation::holds).toList();
                    return names(found.getT1(), found.getT2(), found.getT3(), held)
                            .map(names -> new CasePapers(
                                    found.getT1(), found.getT2(), found.getT3(), held, names, choices, rights));
                });
    }

    private static Rights rights(Application application, StaffMember reader) {
        boolean related = application.file().related().contains(reader.username());
        return new Rights(
                Reader.mayReadNames(reader) && !related,
                isOpen(Contribution.ofFile(application, reader)),
                isOpen(Contribution.ofRecord(application, reader, Paper.HOME_VISIT)),
                isOpen(Contribution.ofRecord(application, reader, Paper.COMMUNITY_REVIEW)));
    }

    private static boolean isOpen(Outcome<?> part) {
        return !part.isRefused();
    }

    private Mono<Map<String, String>> names(
            List<Evidence> files, List<HomeVisit> visited, List<CommunityReview> reviewed, List<Relation> related) {
        Stream<String> ofFiles = files.stream().map(Evidence::by);
        Stream<String> ofVisits =
                visited.stream().flatMap(visit -> Stream.concat(Stream.of(visit.by()), visit.staff().stream()));
        Stream<String> ofReviews = reviewed.stream().map(CommunityReview::by);
        Stream<String> ofRelations = related.stream()
                .flatMap(relation -> Stream.concat(
                        Stream.of(relation.declaredBy()),
                        Stream.ofNullable(relation.who().staff())));
        Set<String> all = Stream.of(ofFiles, ofVisits, ofReviews, ofRelations)
                .flatMap(people -> people)
                .collect(Collectors.toSet());
        return staffNames.of(all);
    }
}
