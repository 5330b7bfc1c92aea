package org.yici.site.about;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.web.Assets;
import org.yici.site.press.Press;
import org.yici.site.press.Sheet;
import reactor.core.publisher.Mono;

/** How to read these books; what robots may read; the seal as an icon. */
@Controller
class AboutPages {

    private final Press press;
    private final Assets assets;
    private final String robots;

    AboutPages(Press press, Assets assets, @Value("${yici.public-url}") String publicUrl) {
        this.press = press;
        this.assets = assets;
        this.robots = "User-agent: *\nDisallow: /receipts\nDisallow: /staff\nDisallow: /pay\nDisallow: /apply\n"
                + "Disallow: /notices\nDisallow: /fragments\n# " + publicUrl + "/about\n";
    }

    @GetMapping("/about")
    Mono<Void> about(ServerWebExchange exchange) {
        return press.answer(exchange, "/about", () -> Mono.just(Sheet.page("site/about", Map.of("here", "about"))));
    }

    /** Receipts and notices are for those who hold the link or live nearby, not for search engines. */
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(robots);
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<Void> icon() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, assets.url("icon.svg"))
                .build();
    }
}
