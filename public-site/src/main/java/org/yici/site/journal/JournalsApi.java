package org.yici.site.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yici.site.listing.Parameters;
import reactor.core.publisher.Mono;

/** Every journal in public, in sequence, to the letter. */
@RestController
class JournalsApi {

    private final Journals journals;

    JournalsApi(Journals journals) {
        this.journals = journals;
    }

    @GetMapping(path = "/api/v1/journals", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        int asked = Parameters.limit(limit);
        return journals.after(Parameters.after(after, 0), asked + 1)
                .collectList()
                .map(found -> Journals.listing(found, asked));
    }
}
