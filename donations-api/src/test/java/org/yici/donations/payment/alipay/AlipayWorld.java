package org.yici.donations.payment.alipay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpHeaders;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.Payment;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.simulator.alipay.AlipaySimulator;
import org.yici.donations.payment.simulator.alipay.SimulatedNotice;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Reason;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The provider as it runs, on the official SDK, a simulated Alipay over loopback, and a donor with a browser. */
final class AlipayWorld implements AutoCloseable {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final Scheduler THREADS = Schedulers.newBoundedElastic(4, 100, "payments", 60, true);

    final HandClock clock = new HandClock();
    final AlipaySimulator alipay = new AlipaySimulator(clock);
    private final OneTry wire = new OneTry(Duration.ofMillis(700));

    /** A provider with a circuit breaker that has seen nothing yet. */
    PaymentProvider provider() {
        return provider("http://127.0.0.1:1");
    }

    /** @param publicUrl where notices of its orders go */
    PaymentProvider provider(String publicUrl) {
        return new AlipayConfiguration()
                .alipay(
                        AlipayAccount.of(settings(alipay.settings())),
                        wire,
                        new ProviderCalls(AlipayProvider.WORD, THREADS),
                        THREADS,
                        clock,
                        publicUrl);
    }

    static AlipaySettings settings(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate(AlipaySettings.PREFIX, AlipaySettings.class);
    }

    Order order(AlipayForm form, long fen) {
        return new Order(
                OrderNumber.of(UUID.randomUUID()),
                new DonationId(UUID.randomUUID()),
                AlipayProvider.WORD,
                form.word(),
                Money.ofFen(fen),
                "日行一慈 a/b&c=d, \"e\" %",
                null,
                null,
                "https://give.example.org/receipts/tok",
                clock.instant(),
                clock.instant().plus(Duration.ofMinutes(30)),
                null,
                null);
    }

    /** An order that is opened by its donor and can be paid. */
    Order opened(long fen) {
        Order order = order(AlipayForm.WAP, fen);
        HttpResponse<String> page = browse(address(checkout(provider(), order)));
        if (page.statusCode() != 200) {
            throw new AssertionError("no cashier");
        }
        return order;
    }

    Order paid(long fen) {
        Order order = opened(fen);
        alipay.pay(order.number().value());
        return order;
    }

    RefundOrder refund(Order order, long fen) {
        return new RefundOrder(OrderNumber.of(UUID.randomUUID()), order, Money.ofFen(fen), "donor asked", null);
    }

    static Checkout checkout(PaymentProvider provider, Order order) {
        return done(said(provider.open(order))).checkout();
    }

    static String address(Checkout checkout) {
        return checkout.fold(elsewhere -> elsewhere, code -> code, wechat -> {
            throw new AssertionError("not in WeChat");
        });
    }

    static HttpResponse<String> browse(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)), request -> request.GET());
    }

    static HttpResponse<String> press(String address) {
        return send(
                HttpRequest.newBuilder(URI.create(address)),
                request -> request.POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, UnaryOperator<HttpRequest.Builder> method) {
        try {
            return BROWSER.send(method.apply(request).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException error) {
            throw new AssertionError(error);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new AssertionError(error);
        }
    }

    ProviderRequest request(SimulatedNotice notice) {
        return request(notice.body());
    }

    ProviderRequest request(byte[] body) {
        return new ProviderRequest(AlipayProvider.WORD, new HttpHeaders(), body, clock.instant());
    }

    static Payment payment(Notice notice) {
        return notice.fold(
                Notice.Paid::payment,
                refunded -> {
                    throw new AssertionError(refunded.toString());
                },
                disputed -> {
                    throw new AssertionError(disputed.toString());
                },
                other -> {
                    throw new AssertionError(other.toString());
                });
    }

    static String word(OrderState state) {
        return state.fold(paid -> "paid " + paid.fen() + " " + paid.currency(), () -> "unpaid", () -> "ended");
    }

    static <T> T said(Mono<T> answer) {
        T value = answer.block(Duration.ofSeconds(15));
        if (value == null) {
            throw new AssertionError("no answer");
        }
        return value;
    }

    static <T> T done(Outcome<T> outcome) {
        return outcome.fold(value -> value, refusal -> {
            throw new AssertionError(refusal.toString());
        });
    }

    static <T> Reason refused(Outcome<T> outcome) {
        return outcome.fold(
                value -> {
                    throw new AssertionError(String.valueOf(value));
                },
                refusal -> refusal.reason());
    }

    @Override
    public void close() {
        alipay.close();
        wire.close();
    }
}
