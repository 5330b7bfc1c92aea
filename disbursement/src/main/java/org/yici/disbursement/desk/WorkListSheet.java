package org.yici.disbursement.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.SheetFile;
import org.yici.ledger.Money;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The work list as a sheet, just as the reader sees it. Taking names out is an act that the trail keeps. */
@RestController
final class WorkListSheet {

    private final WorkList workList;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Scheduler sheetScheduler;

    WorkListSheet(WorkList workList, AuditTrail audit, MessageSource messages, Scheduler sheetScheduler) {
        this.workList = workList;
        this.audit = audit;
        this.messages = messages;
        this.sheetScheduler = sheetScheduler;
    }

    @GetMapping("/staff/worklist.xlsx")
    Mono<ResponseEntity<byte[]>> sheet(
            StaffMember reader,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(defaultValue = "") String q,
            ServerWebExchange exchange) {
        Waiting.Lists shown = Waiting.Lists.of(list);
        Locale locale = Language.of(exchange);
        return workList.of(reader, shown, q).flatMap(lines -> audit.record(
                        reader, "work-list-exported", shown.word(), Map.of("rows", lines.size()))
                .then(Mono.fromCallable(() -> sheet(shown, lines, locale)).subscribeOn(sheetScheduler)));
    }

    private ResponseEntity<byte[]> sheet(Waiting.Lists shown, List<WorkList.Line> lines, Locale locale) {
        return SheetFile.XLSX.answer("work-list-" + shown.word(), text("desk.sheet.name", locale), rows -> {
            rows.accept(headings(locale));
            lines.forEach(line -> rows.accept(row(line, locale)));
        });
    }

    private List<String> row(WorkList.Line line, Locale locale) {
        return List.of(
                line.household(),
                line.name(),
                text("aid." + line.kind(), locale),
                line.township(),
                text(line.state().messageKey(), locale),
                line.due() == null ? "" : line.due().toString(),
                line.late() == 0 ? "" : text("desk.late", locale, line.late()),
                Money.ofFen(line.amount()).yuan());
    }

    private List<String> headings(Locale locale) {
        return List.of(
                text("case.registered", locale),
                text("desk.column.applicant", locale),
                text("desk.column.kind", locale),
                text("desk.column.township", locale),
                text("desk.column.state", locale),
                text("desk.column.due", locale),
                text("desk.list.late", locale),
                text("desk.column.amount", locale));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, key, locale));
    }
}
