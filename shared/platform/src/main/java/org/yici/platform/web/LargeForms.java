package org.yici.platform.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A form with files that says itself that it is larger than any we take is answered 413 before a byte of it is kept. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LargeForms implements WebFilter {

    /** For the names and the fields beside the file. */
    private static final long BESIDE_THE_FILE_BYTES = 1 << 20;

    private final long mostBytes;

    LargeForms(@Value("${spring.webflux.multipart.max-disk-usage-per-part}") DataSize largestFile) {
        this.mostBytes = largestFile.toBytes() + BESIDE_THE_FILE_BYTES;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return headers.getContentLength() > mostBytes
                        && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(headers.getContentType())
                ? Mono.error(new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE))
                : chain.filter(exchange);
    }
}
