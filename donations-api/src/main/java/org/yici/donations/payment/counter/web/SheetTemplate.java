package org.yici.donations.payment.counter.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.donations.payment.counter.line.Column;
import org.yici.platform.sheet.CsvLine;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;

/** An empty sheet with the headings that every line is read by. */
@RestController
final class SheetTemplate {

    private static final List<Column> COLUMNS = List.of(
            Column.DATE,
            Column.DONOR,
            Column.AMOUNT,
            Column.METHOD,
            Column.CAMPAIGN,
            Column.REFERENCE,
            Column.RECEIPT,
            Column.PHONE,
            Column.NOTE);

    private final MessageSource messages;

    SheetTemplate(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping(CounterAddresses.HOME + "/template.csv")
    ResponseEntity<byte[]> template(StaffMember actor, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.ENTER, actor);
        byte[] sheet = (CsvLine.MARK + CsvLine.of(headings(Language.of(exchange)))).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"counter-gifts.csv\"")
                .body(sheet);
    }

    /** Each in the reader's language; every one of them is a heading that {@link Column#under} knows. */
    private List<String> headings(Locale locale) {
        Stream<String> words = COLUMNS.stream()
                .map(column -> Objects.requireNonNull(
                        messages.getMessage("counter.column." + column, null, column.name(), locale)));
        return words.toList();
    }
}
