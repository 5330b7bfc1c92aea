package org.yici.disbursement.phone;

import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.Duty;
import org.yici.disbursement.application.GrantReason;
import org.yici.disbursement.evidence.Cleaning;
import org.yici.disbursement.evidence.KeepEvidence;
import org.yici.disbursement.evidence.KeepEvidence.Bringer;
import org.yici.disbursement.evidence.PaperForm;
import org.yici.disbursement.evidence.clean.CleanFile;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * The household takes photos of its papers and adds them to its own application, until the review. They are looked at and
 * cleaned as any other file; nobody of the staff has a part in the grant by them.
 */
@Component
public final class AddPaper {

    private static final Set<ApplicationState> BEFORE_THE_REVIEW =
            Set.of(ApplicationState.SUBMITTED, ApplicationState.RETURNED);

    private final Once once;
    private final PhoneDoor door;
    private final Casework casework;
    private final Cleaning cleaning;
    private final KeepEvidence keepEvidence;
    private final ProgramClock clock;

    AddPaper(
            Once once,
            PhoneDoor door,
            Casework casework,
            Cleaning cleaning,
            KeepEvidence keepEvidence,
            ProgramClock clock) {
        this.once = once;
        this.door = door;
        this.casework = casework;
        this.cleaning = cleaning;
        this.keepEvidence = keepEvidence;
        this.clock = clock;
    }

    /** What was added, without its content. */
    public record Added(String paper, int bytes) {}

    private record Asked(String paper, String sentHash) {}

    /**
     * @return refused as the door refuses, {@code not-found} while nothing was filed with the code, {@code step-not-open}, or as
     *     {@code EvidenceReason} says
     * @throws InvalidInput as an error, where no file was chosen or no such paper is asked for
     */
    public Mono<Outcome<Added>> add(IdempotencyKey key, String code, String tail, PaperForm form) {
        return Chain.then(door.open(code, tail), opened -> {
            ApplicationId id = opened.code().application();
            return id == null
                    ? Mono.just(Outcome.refused(WebReason.NOT_FOUND))
                    : Chain.then(
                            Mono.defer(() -> cleaning.of(form.chosen())), file -> add(key, id.toString(), file, form));
        });
    }

    private Mono<Outcome<Added>> add(IdempotencyKey key, String id, CleanFile file, PaperForm form) {
        Asked asked = new Asked(form.paper(), HexFormat.of().formatHex(file.sentHash()));
        return once.runForThePublic(
                key,
                "paper-by-phone/" + id,
                asked,
                Added.class,
                () -> Chain.then(casework.open(id), application -> keep(application, file, form)));
    }

    private Mono<Outcome<Added>> keep(Application application, CleanFile file, PaperForm form) {
        if (!BEFORE_THE_REVIEW.contains(application.state())) {
            return Mono.just(Outcome.refused(GrantReason.STEP_NOT_OPEN, application.state()));
        }
        return keepEvidence
                .keep(
                        application,
                        new Bringer(Bringer.HOUSEHOLD, Duty.NOBODY),
                        file,
                        form.paper(),
                        Objects.requireNonNull(form.file()).filename(),
                        clock.instant())
                .map(outcome -> outcome.map(evidence -> new Added(evidence.paper(), evidence.bytes())));
    }

    static boolean isOpen(ApplicationState state) {
        return BEFORE_THE_REVIEW.contains(state);
    }
}
