package org.yici.site.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import org.yici.platform.web.QrCode;
import org.yici.site.listing.Parameters;
import org.yici.site.press.Press;
import org.yici.site.press.Sheet;
import reactor.core.publisher.Mono;

/**
 * The running notices for the board of a village: a sheet of A4 with the way to object. What has ended is on no sheet: it is
 * read from the same list, which it has left.
 */
@Controller
class BoardPages {

    private static final int RUNNING = 500;
    private static final int TOWNSHIP_CHARACTERS = 40;

    private final Press press;
    private final Notices notices;
    private final Contact contact;
    private final String publicUrl;

    BoardPages(Press press, Notices notices, Contact contact, @Value("${yici.public-url}") String publicUrl) {
        this.press = press;
        this.notices = notices;
        this.contact = contact;
        this.publicUrl = publicUrl;
    }

    /** All of them, or those of one township; 404 for a township that has none. */
    @GetMapping("/notices/print")
    Mono<Void> all(@RequestParam(required = false) @Nullable String township, ServerWebExchange exchange) {
        if (township != null && township.length() > TOWNSHIP_CHARACTERS) {
            return Mono.error(Parameters.unreadable("township"));
        }
        String query = township == null ? "" : "?township=" + UriUtils.encode(township, StandardCharsets.UTF_8);
        return press.answer(exchange, "/notices/print" + query, () -> notices.after("", RUNNING)
                .collectList()
                .filter(running -> township == null
                        || running.stream().anyMatch(notice -> notice.township().equals(township)))
                .map(running -> sheet(running, township)));
    }

    /** One notice, whose code leads straight to its objection. */
    @GetMapping("/notices/{code}/print")
    Mono<Void> one(@PathVariable String code, ServerWebExchange exchange) {
        String known = Parameters.codeInPath(code);
        return press.answer(exchange, "/notices/" + known + "/print", () -> notices.find(known)
                .map(notice -> sheet(List.of(notice), List.of(), "/notices/" + known + "/objections")));
    }

    private Sheet sheet(List<Notice> running, @Nullable String township) {
        List<String> townships =
                running.stream().map(Notice::township).distinct().sorted().toList();
        List<Notice> shown = running.stream()
                .filter(notice -> township == null || notice.township().equals(township))
                .sorted(Comparator.comparing(Notice::township).thenComparing(Notice::code))
                .toList();
        return sheet(shown, townships, "/notices");
    }

    /** @param path where the code on the sheet leads to */
    private Sheet sheet(List<Notice> shown, List<String> townships, String path) {
        Map<String, Object> model = new HashMap<>();
        model.put("here", "notices");
        model.put("shown", shown);
        model.put("townships", townships);
        model.put("contact", contact);
        model.put("address", publicUrl + path);
        model.put("qr", QrCode.of(publicUrl + path));
        shown.stream().map(Notice::postedAt).min(Instant::compareTo).ifPresent(first -> model.put("from", first));
        shown.stream().map(Notice::lastDay).max(Instant::compareTo).ifPresent(last -> model.put("until", last));
        return Sheet.page("site/notice-print", model);
    }
}
