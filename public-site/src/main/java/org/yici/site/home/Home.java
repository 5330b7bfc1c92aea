package org.yici.site.home;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The first page. */
@RestController
class Home {

    @GetMapping("/")
    Mono<String> home() {
        return Mono.just("Yici 一慈");
    }
}
