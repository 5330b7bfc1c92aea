package org.yici.donations.payment.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries letters to an address of ours over HTTP, as a provider does: again and again, until one is answered 2xx. */
public final class Postman implements Consumer<Letter> {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 8;
    private static final int NO_ANSWER = 0;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI callback;

    public Postman(URI callback) {
        this.callback = callback;
    }

    /** Sends a letter without waiting for its answer. */
    @Override
    public void accept(Letter letter) {
        later(letter, Duration.ZERO);
    }

    /** Sends a letter after a while, without waiting for its answer. */
    public void later(Letter letter, Duration pause) {
        CompletableFuture<Void> unused = attempt(letter, 1, pause);
    }

    /** Sends a letter once and waits. Answers the status, 0 when there was none. */
    public int carry(Letter letter) {
        return send(letter).join();
    }

    private CompletableFuture<Void> attempt(Letter letter, int number, Duration pause) {
        Executor then = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(() -> {}, then)
                .thenCompose(waited -> send(letter))
                .thenCompose(status -> isHeard(status) || number >= TRIES
                        ? CompletableFuture.<Void>completedFuture(null)
                        : attempt(letter, number + 1, Duration.ofSeconds(1L << number)));
    }

    private static boolean isHeard(int status) {
        return status >= 200 && status < 300;
    }

    private CompletableFuture<Integer> send(Letter letter) {
        HttpRequest.Builder request = HttpRequest.newBuilder(callback)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(letter.body()));
        letter.headers().forEach(request::header);
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode)
                .exceptionally(Postman::unanswered);
    }

    private static int unanswered(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        log.debug("A simulated notice is not answered: {}", cause.getClass().getSimpleName());
        return NO_ANSWER;
    }
}
