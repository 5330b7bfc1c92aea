package org.yici.disbursement.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;

/** An empty list with the headings that every line is read by. */
@RestController
final class ListTemplate {

    private final Words words;

    ListTemplate(Words words) {
        this.words = words;
    }

    @GetMapping(ListAddresses.HOME + "/template" + SheetFile.ENDINGS)
    ResponseEntity<byte[]> template(StaffMember actor, @PathVariable String format, ServerWebExchange exchange) {
        ListAddresses.requireIntake(actor);
        Locale locale = Language.of(exchange);
        List<String> headings = Arrays.stream(Column.values())
                .filter(column -> column != Column.ADDRESS)
                .map(column -> words.column(column, locale))
                .toList();
        return SheetFile.of(format)
                .answer("households", words.text("layout.households", locale), rows -> rows.accept(headings));
    }
}
