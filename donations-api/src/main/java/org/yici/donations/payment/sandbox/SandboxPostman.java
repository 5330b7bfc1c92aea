package org.yici.donations.payment.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Carries the sandbox's notices to our front door over real HTTP, again and again until it says 200. */
final class SandboxPostman {

    private static final Logger log = LoggerFactory.getLogger(SandboxPostman.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int TRIES = 20;
    private static final int AT_ONCE = 100;
    private static final int IN_PARALLEL = 16;
    /** Of a forger, who has not our key. */
    private static final String FORGED = "0".repeat(64);

    private final SandboxOrders orders;
    private final SandboxSignature signature;
    private final WebClient front;
    private final Clock wallClock;

    SandboxPostman(SandboxOrders orders, SandboxSignature signature, WebClient front, Clock wallClock) {
        this.orders = orders;
        this.signature = signature;
        this.front = front;
        this.wallClock = wallClock;
    }

    /** One round: everything that is due, each tried once. */
    Mono<Void> round() {
        return orders.claim(AT_ONCE, LEASE).flatMap(this::deliver, IN_PARALLEL).then();
    }

    private Mono<Void> deliver(SandboxOrders.Owed notice) {
        return send(notice)
                .timeout(PATIENCE)
                .map(HttpStatusCode::value)
                .onErrorResume(unreachable -> {
                    log.debug("Notice {} cannot be delivered: {}", notice.number(), unreachable.toString());
                    return Mono.just(0);
                })
                .flatMap(status -> isOver(notice, status)
                        ? orders.end(notice.number())
                        : orders.retry(notice.number(), pause(notice.tries())));
    }

    /** A forger is turned away once and goes; an honest provider comes again until it is heard. */
    private static boolean isOver(SandboxOrders.Owed notice, int status) {
        return status == 200 || (notice.forged() && status == 401) || notice.tries() >= TRIES;
    }

    /** Half a second, doubling, at most a minute. */
    private static Duration pause(int tries) {
        return Duration.ofMillis(Math.min(60_000, 500L << Math.min(tries - 1, 10)));
    }

    private Mono<HttpStatusCode> send(SandboxOrders.Owed notice) {
        byte[] body = notice.body().getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(wallClock.instant().getEpochSecond());
        return front.post()
                .uri("/callbacks/sandbox")
                .contentType(MediaType.APPLICATION_JSON)
                .header(SandboxSignature.TIMESTAMP, timestamp)
                .header(SandboxSignature.SIGNATURE, notice.forged() ? FORGED : signature.sign(timestamp, body))
                .bodyValue(body)
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()));
    }
}
