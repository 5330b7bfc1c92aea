package org.yici.disbursement.standing.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yici.disbursement.standing.DueList;
import org.yici.disbursement.standing.Dues;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.sheet.XlsxFile;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A due list to take away, for those whose work it is; who took it is written down. */
@Controller
final class DueListFiles {

    private static final Set<Role> MAY_TAKE = Set.of(Role.APPROVER, Role.CASHIER, Role.AUDITOR);

    private final DueListPlace places;
    private final Dues dues;
    private final DueListFile files;
    private final AuditTrail audit;
    private final Scheduler scheduler;

    DueListFiles(DueListPlace places, Dues dues, DueListFile files, AuditTrail audit, Scheduler dueListScheduler) {
        this.places = places;
        this.dues = dues;
        this.files = files;
        this.audit = audit;
        this.scheduler = dueListScheduler;
    }

    static boolean mayTake(StaffMember reader) {
        return MAY_TAKE.stream().anyMatch(reader::has);
    }

    @GetMapping("/staff/standing/{scheme}/{period}/file")
    Mono<ResponseEntity<byte[]>> file(
            StaffMember actor,
            @PathVariable String scheme,
            @PathVariable String period,
            @RequestParam(defaultValue = "xlsx") String format,
            Locale locale) {
        if (!mayTake(actor)) {
            return Mono.error(new RefusedException(Refusal.because(StaffReason.ROLE)));
        }
        if (!format.equals("xlsx") && !format.equals("csv")) {
            return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST, "format"));
        }
        return places.of(scheme, period)
                .flatMap(place -> dues.of(place.scheme(), place.period()))
                .flatMap(list -> audit.record(
                                actor,
                                "due-list-exported",
                                scheme + "/" + list.period().word(),
                                Map.of("people", list.people()))
                        .then(Mono.fromCallable(() -> answer(list, format, locale))
                                .subscribeOn(scheduler)));
    }

    private ResponseEntity<byte[]> answer(DueList list, String format, Locale locale) {
        boolean xlsx = format.equals("xlsx");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(xlsx ? XlsxFile.MEDIA_TYPE : "text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + list.scheme() + "-"
                                + list.period().word() + "." + format + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(xlsx ? files.xlsx(list, locale) : files.csv(list, locale));
    }
}
