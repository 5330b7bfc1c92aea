package org.yici.donations.payment.order;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * How calls to one provider are made: its SDK blocks, so they run on the payments' own threads, each under a limit of time, and
 * not at all for a while when the provider has failed again and again. Refusals are no failures.
 */
public final class ProviderCalls {

    /** Longer than the SDKs' own limits (2 s to connect, 6 s to read, 8 s in all), which they should keep. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final int LOOKS_BACK = 20;
    private static final int LEAST = 5;
    private static final int FAILED_PERCENT = 50;
    private static final int SLOW_PERCENT = 80;

    private final String provider;
    private final Scheduler threads;
    private final CircuitBreaker breaker;

    /** @param threads few, with a short queue */
    public ProviderCalls(String provider, Scheduler threads) {
        this.provider = provider;
        this.threads = threads;
        this.breaker = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(LOOKS_BACK)
                        .minimumNumberOfCalls(LEAST)
                        .failureRateThreshold(FAILED_PERCENT)
                        .slowCallDurationThreshold(SLOW)
                        .slowCallRateThreshold(SLOW_PERCENT)
                        .waitDurationInOpenState(REST)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .recordException(error -> error instanceof ProviderOutage || error instanceof TimeoutException)
                        .build());
    }

    /**
     * Makes one call.
     *
     * @param call sorts the SDK's exceptions itself: refusals are values, what leaves the outcome unknown is a
     *     {@link ProviderOutage}
     */
    public <T> Mono<T> make(String name, Callable<T> call) {
        return Mono.fromCallable(call)
                .subscribeOn(threads)
                .timeout(LIMIT)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(
                        ProviderCalls::isNoAnswer,
                        error -> outage(name, error.getClass().getSimpleName()));
    }

    public ProviderOutage outage(String call, String code) {
        return new ProviderOutage(provider, call, code);
    }

    private static boolean isNoAnswer(Throwable error) {
        return error instanceof TimeoutException
                || error instanceof CallNotPermittedException
                || error instanceof RejectedExecutionException;
    }
}
