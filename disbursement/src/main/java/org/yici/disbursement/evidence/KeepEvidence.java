package org.yici.disbursement.evidence;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Duty;
import org.yici.disbursement.evidence.clean.CleanFile;
import org.yici.disbursement.standard.Paper;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Puts a clean file into a case's box, whoever brings it. The case is locked, and whoever brings it may. */
@Component
public final class KeepEvidence {

    /** The database's own limit, those that were voided among them. */
    private static final int MOST_EVER = 100;

    private static final int NAME_CHARACTERS = 120;

    private final EvidenceBox box;
    private final int most;

    KeepEvidence(EvidenceBox box, @Value("${yici.evidence.most-files}") int most) {
        this.box = box;
        this.most = most;
    }

    /** @param by a username, or a word for who else brought it; {@code duty} the part that this is */
    public record Bringer(String by, Duty duty) {

        /** The household itself, by phone. No username has capitals. */
        public static final String HOUSEHOLD = "HOUSEHOLD";
    }

    /**
     * @param name what the file was called
     * @return refused {@code evidence-full}
     * @throws InvalidInput as an error, where the standard of the day asks for no such paper
     */
    public Mono<Outcome<Evidence>> keep(
            Application application, Bringer bringer, CleanFile file, String paper, @Nullable String name, Instant at) {
        if (!choices(application).contains(paper)) {
            return Mono.error(InvalidInput.of("paper", "input.evidence.paper"));
        }
        return box.of(application.id()).flatMap(there -> {
            if (isFull(there)) {
                return Mono.just(Outcome.refused(EvidenceReason.FULL, most));
            }
            Evidence evidence = new Evidence(
                    EvidenceId.fresh(),
                    there.size() + 1,
                    paper,
                    file.sort(),
                    file.bytes().length,
                    file.hash(),
                    plain(name),
                    bringer.by(),
                    at,
                    null);
            return box.add(application.id(), evidence, file.bytes(), bringer.duty())
                    .thenReturn(Outcome.done(evidence));
        });
    }

    /** What a file may be called: what is asked for, what belongs to a record, or something else. */
    public static List<String> choices(Application application) {
        return Stream.of(application.file().asked(), Paper.RECORDS, List.of(Paper.OTHER))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private boolean isFull(List<Evidence> there) {
        return there.size() >= MOST_EVER
                || there.stream().filter(Evidence::counts).count() >= most;
    }

    private static @Nullable String plain(@Nullable String name) {
        String visible = name == null
                ? ""
                : name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "").strip();
        return visible.isEmpty() ? null : visible.substring(0, Math.min(visible.length(), NAME_CHARACTERS));
    }
}
