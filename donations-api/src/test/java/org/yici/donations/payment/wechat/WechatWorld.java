package org.yici.donations.payment.wechat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpHeaders;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.Payment;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import org.yici.donations.payment.simulator.wechat.SimulatedNotice;
import org.yici.donations.payment.simulator.wechat.SimulatedWechat;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Our provider, with the SDK as it is, before a simulated WeChat Pay. */
final class WechatWorld implements AutoCloseable {

    static final String OPENID = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Scheduler THREADS = Schedulers.newBoundedElastic(4, 20, "payments", 60, true);
    /** Keys take a while to make; orders of one test are of no interest to another. */
    private static final SimulatedWechat SHARED = new SimulatedWechat(Clock.systemUTC());

    private static final WechatLimits SHORT =
            new WechatLimits(Duration.ofSeconds(1), Duration.ofMillis(1500), Duration.ofSeconds(3));

    final SimulatedWechat simulator;
    final WechatAccount account;
    final PaymentProvider provider;
    final WechatOpenid openid;
    private final WechatClient client;

    private WechatWorld(SimulatedWechat simulator) {
        this.simulator = simulator;
        this.account = WechatAccount.of(settings(simulator.settings()), "https://give.example.org");
        this.client = new WechatClient(account, SHORT);
        this.provider = new WechatProvider(client, new ProviderCalls("wechat", THREADS));
        this.openid = new WechatOpenid(account, SHORT, new ProviderCalls("wechat-openid", THREADS));
    }

    /** With a circuit breaker of its own, which has seen nothing yet. */
    static WechatWorld world() {
        return new WechatWorld(SHARED);
    }

    /** With books of its own. */
    static WechatWorld alone() {
        return new WechatWorld(new SimulatedWechat(Clock.systemUTC()));
    }

    static WechatSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("yici.payment.wechat", WechatSettings.class)
                .get();
    }

    static Order order(String form, long fen) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Order(
                OrderNumber.of(UUID.randomUUID()),
                new DonationId(UUID.randomUUID()),
                "wechat",
                form,
                Money.ofFen(fen),
                "日行一慈 捐赠",
                form.equals("jsapi") ? OPENID : null,
                form.equals("h5") ? "203.0.113.7" : null,
                "https://give.example.org/give/back?gift=1",
                now,
                now.plus(Duration.ofMinutes(30)),
                null,
                null);
    }

    static RefundOrder refundOf(Order order, long fen) {
        return new RefundOrder(OrderNumber.of(UUID.randomUUID()), order, Money.ofFen(fen), "捐赠人申请", null);
    }

    /** An order that the provider knows. */
    Order opened(long fen) {
        Order order = order("native", fen);
        get(provider.open(order)).fold(opened -> opened, WechatWorld::unexpected);
        return order;
    }

    Order paid(long fen) {
        Order order = opened(fen);
        simulator.pay(number(order));
        return order;
    }

    OrderState query(Order order) {
        return get(provider.query(order));
    }

    RefundState refund(RefundOrder refund) {
        return get(provider.refund(refund));
    }

    static @Nullable Payment payment(OrderState state) {
        return state.<@Nullable Payment>fold(paid -> paid, () -> null, () -> null);
    }

    static String number(Order order) {
        return order.number().value();
    }

    /** As our front door hands it on. */
    static ProviderRequest heard(SimulatedNotice notice, Instant at) {
        HttpHeaders headers = new HttpHeaders();
        notice.headers().forEach(headers::add);
        return new ProviderRequest(notice.way(), headers, notice.body().getBytes(StandardCharsets.UTF_8), at);
    }

    static String reasonOf(Outcome<?> outcome) {
        return outcome.fold(done -> "done: " + done, refusal -> refusal.reason().word());
    }

    static <T> T unexpected(Object refusal) {
        throw new AssertionError("refused: " + refusal);
    }

    static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }

    @Override
    public void close() {
        client.close();
        openid.close();
        if (simulator != SHARED) {
            simulator.close();
        }
    }
}
