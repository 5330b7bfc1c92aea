package org.yici.site.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yici.site.listing.Parameters;
import reactor.core.publisher.Flux;

/** {@code event: journal} and {@code event: fact}; with {@code ?only=book} just the word that the live pages are new. */
@RestController
class StreamApi {

    private final EventStream stream;

    StreamApi(EventStream stream) {
        this.stream = stream;
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String only,
            ServerHttpResponse response) {
        if (only != null && !only.equals("book")) {
            throw Parameters.unreadable("only");
        }
        HttpHeaders headers = response.getHeaders();
        headers.setCacheControl("no-store");
        headers.set("X-Accel-Buffering", "no");
        return only == null ? stream.events(StreamPosition.parse(lastEventId)) : stream.pages();
    }
}
