package org.yici.donations.payment.simulator.demo;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.simulator.Fault;
import org.yici.donations.payment.simulator.Letter;
import org.yici.donations.payment.simulator.NoticeKind;
import org.yici.donations.payment.simulator.Postman;
import org.yici.donations.payment.simulator.SimulatedCashier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a donor does at the simulated cashier, and what the provider tells us of it. */
@Component
@ConditionalOnProperty(SimulatedProviders.RUNNING)
final class CashierActs {

    private static final Duration DOWN_FOR = Duration.ofMinutes(1);

    private final Map<String, Postman> postmen = new ConcurrentHashMap<>();
    private final String front;

    /** @param front where the provider's notices go: the front door as this machine reaches it */
    CashierActs(@Value("${yici.front}") String front) {
        this.front = front;
    }

    /** Done when the first notice has been heard, or has not been: then it comes again later. */
    Mono<Void> act(SimulatedCashier cashier, String order, CashierOutcome outcome) {
        return Mono.<Void>fromRunnable(() -> {
                    switch (outcome) {
                        case CANCEL -> {}
                        case DOWN -> goDown(cashier);
                        case PAID, TWICE, SILENT, WRONG_AMOUNT, FORGED -> pay(cashier, order, outcome);
                    }
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void pay(SimulatedCashier cashier, String order, CashierOutcome outcome) {
        if (!cashier.pay(order)) {
            return;
        }
        Postman postman = postmen.computeIfAbsent(cashier.noticePath(), path -> new Postman(URI.create(front + path)));
        switch (outcome) {
            case PAID -> bring(postman, cashier.notice(order, NoticeKind.TRUE));
            case TWICE -> {
                Letter letter = cashier.notice(order, NoticeKind.TRUE);
                bring(postman, letter);
                bring(postman, letter);
            }
            case WRONG_AMOUNT -> bringOnce(postman, cashier.notice(order, NoticeKind.WRONG_AMOUNT));
            case FORGED -> bringOnce(postman, cashier.notice(order, NoticeKind.FORGED));
            case SILENT, CANCEL, DOWN -> {}
        }
    }

    /** The donor goes on when we have heard, as far as that takes no longer than a postman waits. */
    private static void bring(Postman postman, Letter letter) {
        HttpStatus answer = HttpStatus.resolve(postman.carry(letter));
        if (answer == null || !answer.is2xxSuccessful()) {
            postman.accept(letter);
        }
    }

    /** No matter what is answered: nobody who forges tries again. */
    private static void bringOnce(Postman postman, Letter letter) {
        int unused = postman.carry(letter);
    }

    private static void goDown(SimulatedCashier cashier) {
        cashier.faults().lasting(Fault.SERVER_ERROR);
        Executor later = CompletableFuture.delayedExecutor(DOWN_FOR.toSeconds(), TimeUnit.SECONDS);
        CompletableFuture<Void> unused =
                CompletableFuture.runAsync(() -> cashier.faults().lasting(Fault.NONE), later);
    }
}
