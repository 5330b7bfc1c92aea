package org.yici.donations.payment.counter.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;
import reactor.core.publisher.Mono;

/** The empty sheet, for people to fill in and for programs to write. */
@RestController
final class SheetTemplate {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final TemplateWords words;

    SheetTemplate(TemplateWords words) {
        this.words = words;
    }

    @GetMapping(CounterAddresses.HOME + "/template.xlsx")
    Mono<ResponseEntity<byte[]>> xlsx(StaffMember actor, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.ENTER, actor);
        return words.xlsx(Language.of(exchange)).map(sheet -> answer(XLSX, "counter-gifts.xlsx", sheet));
    }

    @GetMapping(CounterAddresses.HOME + "/template.csv")
    ResponseEntity<byte[]> csv(StaffMember actor, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.ENTER, actor);
        return answer(CSV, "counter-gifts.csv", words.csv(Language.of(exchange)).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String name, byte[] sheet) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(sheet);
    }
}
