package org.yici.donations.payment.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Carries notices to whoever waits for them, over real HTTP. Blocks until it is answered. */
public final class Postman {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @throws UncheckedIOException when nobody answers within five seconds */
    public HttpResponse<String> deliver(SimulatedNotice notice) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(notice.address()))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(notice.body()));
        notice.headers().forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
