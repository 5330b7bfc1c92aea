package org.yici.disbursement.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.SheetFile;
import org.yici.disbursement.desk.FollowUpLines.DueLine;
import org.yici.disbursement.followup.DueVisits;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Whom to visit, as a sheet to take along to the villages. Taking names out is an act that the trail keeps. */
@RestController
final class DueVisitSheet {

    private static final int DAYS_AHEAD = 30;
    private static final int MOST = 1_000;

    private final DueVisits dueVisits;
    private final FollowUpLines lines;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final ProgramClock clock;
    private final Scheduler sheetScheduler;

    DueVisitSheet(
            DueVisits dueVisits,
            FollowUpLines lines,
            AuditTrail audit,
            MessageSource messages,
            ProgramClock clock,
            Scheduler sheetScheduler) {
        this.dueVisits = dueVisits;
        this.lines = lines;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
        this.sheetScheduler = sheetScheduler;
    }

    @GetMapping("/staff/followups.xlsx")
    Mono<ResponseEntity<byte[]>> sheet(
            StaffMember reader, @RequestParam(defaultValue = "") String township, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        LocalDate today = clock.today();
        return dueVisits
                .list(today.plusDays(DAYS_AHEAD), township.isBlank() ? null : township, null, MOST)
                .collectList()
                .flatMap(due -> lines.of(due, reader, today))
                .flatMap(rows -> audit.record(reader, "visits-exported", "due", Map.of("rows", rows.size()))
                        .then(Mono.fromCallable(() -> sheet(rows, locale)).subscribeOn(sheetScheduler)));
    }

    private ResponseEntity<byte[]> sheet(List<DueLine> due, Locale locale) {
        return SheetFile.XLSX.answer("visits", text("visit.title", locale), rows -> {
            rows.accept(List.of(
                    text("visit.column.due", locale),
                    text("case.registered", locale),
                    text("desk.column.applicant", locale),
                    text("desk.column.township", locale),
                    text("desk.column.kind", locale),
                    text("visit.column.grant", locale),
                    text("desk.list.late", locale)));
            due.forEach(line -> rows.accept(row(line, locale)));
        });
    }

    private List<String> row(DueLine line, Locale locale) {
        return List.of(
                line.day().toString(),
                line.household(),
                line.name(),
                line.place(),
                text("aid." + line.kind(), locale),
                line.grant(),
                line.late() == 0 ? "" : text("visit.late", locale, line.late()));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, key, locale));
    }
}
