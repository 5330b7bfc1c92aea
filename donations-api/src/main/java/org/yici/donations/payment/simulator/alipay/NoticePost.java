package org.yici.donations.payment.simulator.alipay;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Brings notices to their address, as often and as late as one likes, and says what was answered. */
public final class NoticePost {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Where the order says. */
    public CompletableFuture<String> send(SimulatedNotice notice) {
        return send(notice, notice.address());
    }

    /** Anywhere; {@code success} means that it need not come again. */
    public CompletableFuture<String> send(SimulatedNotice notice, URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(notice.body()))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    /** The same notice at the same moment twice; both answers, a space between. */
    public CompletableFuture<String> sendTwice(SimulatedNotice notice, URI address) {
        return send(notice, address).thenCombine(send(notice, address), (one, other) -> one + " " + other);
    }

    public CompletableFuture<String> sendLater(SimulatedNotice notice, URI address, Duration delay) {
        return CompletableFuture.supplyAsync(
                        () -> notice, CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS))
                .thenCompose(waited -> send(waited, address));
    }
}
