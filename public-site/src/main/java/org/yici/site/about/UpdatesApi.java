package org.yici.site.about;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yici.site.listing.Listing;
import org.yici.site.listing.Parameters;
import reactor.core.publisher.Mono;

/** Updates on how grants turned out. No fact carries one yet, so the list is truly empty. */
@RestController
class UpdatesApi {

    @GetMapping("/api/v1/updates")
    Mono<Listing<String>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var unused = Parameters.limit(limit) + Parameters.after(after, 0);
        return Mono.just(new Listing<>(List.of(), null));
    }
}
