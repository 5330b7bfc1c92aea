package org.yici.disbursement.standard.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yici.disbursement.standard.Judgement;
import org.yici.disbursement.standard.Judgements;
import org.yici.disbursement.standard.Judgements.Judged;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Standards;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Judges every decision there is again: by the version in force on its day, on the facts frozen with it. Each must come to
 * the same amount; so must each part of every due list that was fixed. What a decision rested on beside its figures is opened
 * again.
 */
@Component
public final class ReplayDecisions {

    private final Standards standards;
    private final Judgements judgements;
    private final ReplayDueLists dueLists;
    private final ReplayBasis basis;

    ReplayDecisions(Standards standards, Judgements judgements, ReplayDueLists dueLists, ReplayBasis basis) {
        this.standards = standards;
        this.judgements = judgements;
        this.dueLists = dueLists;
        this.basis = basis;
    }

    /** What did not come to the same: a grant's code or a list, {@code was} the fen on file, {@code is} those of now. */
    public record Difference(String what, String standard, long was, long is) {

        /** In place of an amount: another version holds on that day. */
        static final long OTHER_VERSION = -1;

        /** In place of an amount: a paper or record is gone or says something else, or a fund that was left out was drawn on. */
        static final long BASIS_CHANGED = -2;

        public String messageKey() {
            return is == BASIS_CHANGED ? "replay.basis-changed" : "replay.other-version";
        }
    }

    /**
     * @param decisions how many awards were judged again, {@code parts} how many parts of {@code lists} due lists
     * @param pieces how many papers, records and funds left out, on which decisions rested, were looked at again
     */
    public record Replayed(long decisions, long lists, long parts, long pieces, List<Difference> differences) {

        public Replayed {
            differences = List.copyOf(differences);
        }

        public boolean same() {
            return differences.isEmpty();
        }

        Replayed plus(Replayed other) {
            List<Difference> all = new ArrayList<>(differences);
            all.addAll(other.differences);
            return new Replayed(
                    decisions + other.decisions, lists + other.lists, parts + other.parts, pieces + other.pieces, all);
        }
    }

    public Mono<Replayed> all() {
        return standards
                .all()
                .collect(Collectors.toMap(Standard::code, Function.identity()))
                .flatMap(known -> Flux.concat(
                                judgements.all().map(judged -> decision(judged, known)),
                                basis.all(),
                                dueLists.all(known))
                        .reduce(new Replayed(0, 0, 0, 0, List.of()), Replayed::plus));
    }

    private static Replayed decision(Judged judged, Map<String, Standard> known) {
        Judgement then = judged.judgement();
        long now = standard(known, judged.standard())
                .flatMap(standard -> standard.on(then.day()))
                .filter(version -> version.id().equals(then.version()))
                .filter(version -> version.isEligible(then.facts().categories()))
                .map(version -> version.amountFor(then.facts().basis()).fen())
                .orElse(Difference.OTHER_VERSION);
        long was = then.computed().fen();
        return new Replayed(
                1,
                0,
                0,
                0,
                now == was ? List.of() : List.of(new Difference(judged.grant(), judged.standard(), was, now)));
    }

    private static Optional<Standard> standard(Map<String, Standard> known, String code) {
        return Optional.ofNullable(known.get(code));
    }
}
