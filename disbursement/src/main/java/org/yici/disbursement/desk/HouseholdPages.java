package org.yici.disbursement.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Page;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** The register for people: lists and pages show masked numbers; seeing them in plain is an act that the trail keeps. */
@Controller
final class HouseholdPages {

    private static final int LINES = 50;

    private final Households households;
    private final Applications applications;
    private final AuditTrail audit;

    HouseholdPages(Households households, Applications applications, AuditTrail audit) {
        this.households = households;
        this.applications = applications;
        this.audit = audit;
    }

    @GetMapping("/staff/households")
    Mono<Rendering> list(StaffMember reader, @RequestParam(required = false) @Nullable String after) {
        UUID from = after == null ? null : Columns.parseId(after).orElse(null);
        return households.newest(from, LINES + 1).collectList().map(found -> {
            boolean more = found.size() > LINES;
            List<Household> shown = more ? found.subList(0, LINES) : found;
            return Page.view("disbursement/households")
                    .with("here", "households")
                    .with("households", shown)
                    .with("plainNames", Reader.mayReadNames(reader))
                    .with("mayRegister", reader.has(Role.INTAKE))
                    .with("next", more ? shown.get(LINES - 1).id().toString() : null)
                    .build();
        });
    }

    @GetMapping("/staff/households/{id}")
    Mono<Rendering> one(StaffMember reader, @PathVariable String id) {
        return found(id).flatMap(household -> page(household, reader, false));
    }

    /** Not a GET: it leaves a trace. */
    @PostMapping("/staff/households/{id}/revelation")
    Mono<Rendering> reveal(StaffMember reader, @PathVariable String id) {
        if (!reader.has(Role.INTAKE)) {
            return Mono.error(new RefusedException(Refusal.because(StaffReason.ROLE)));
        }
        return found(id).flatMap(household -> audit.record(
                        reader, "household-revealed", household.id().toString(), Map.of("code", household.code()))
                .then(page(household, reader, true)));
    }

    private Mono<Household> found(String id) {
        return households
                .find(id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }

    private Mono<Rendering> page(Household household, StaffMember reader, boolean revealed) {
        return applications.ofHousehold(household.id()).collectList().map(cases -> Page.view("disbursement/household")
                .with("here", "households")
                .with("household", household)
                .with("cases", cases)
                .with("revealed", revealed)
                .with("plainNames", Reader.mayReadNames(reader))
                .with("mayApply", reader.has(Role.INTAKE))
                .build());
    }
}
