package org.yici.disbursement.desk;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.award.PaidFirst;
import org.yici.disbursement.letter.Appeals;
import org.yici.disbursement.letter.Deliveries;
import org.yici.disbursement.letter.Letters;
import org.yici.disbursement.notice.ObjectionDays;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Gathers what a case's page says of its notice and its letter. */
@Component
final class CaseDecisions {

    private final PaidFirst paidFirst;
    private final Deliveries deliveries;
    private final Appeals appeals;
    private final ObjectionDays days;
    private final ProgramClock clock;

    CaseDecisions(PaidFirst paidFirst, Deliveries deliveries, Appeals appeals, ObjectionDays days, ProgramClock clock) {
        this.paidFirst = paidFirst;
        this.deliveries = deliveries;
        this.appeals = appeals;
        this.days = days;
        this.clock = clock;
    }

    Mono<CaseDecision> of(Application application, StaffMember reader) {
        ApplicationId id = application.id();
        Mono<Optional<LocalDate>> due =
                paidFirst.noticeDue(id).map(Optional::of).defaultIfEmpty(Optional.empty());
        Mono<Optional<ApplicationId>> appeal =
                appeals.against(id).map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(due, deliveries.of(id), appeal)
                .map(found -> new CaseDecision(
                        application,
                        clock.today(),
                        days,
                        found.getT1().orElse(null),
                        found.getT2(),
                        found.getT3().map(ApplicationId::toString).orElse(null),
                        appeals.until(found.getT2()).orElse(null),
                        Letters.mayRead(reader),
                        reader.has(Role.INTAKE)));
    }
}
