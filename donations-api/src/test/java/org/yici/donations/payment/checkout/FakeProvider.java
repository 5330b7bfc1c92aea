package org.yici.donations.payment.checkout;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.order.Bill;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.Browser;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Heard;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Opened;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.Payment;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderOutage;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import org.yici.donations.payment.order.Reply;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** A provider of these tests, at our own edge: notices are plain text, {@code paid order payment fen currency}. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeProvider implements PaymentProvider {

    /** What a world needs to have it: the provider itself, and words for it. */
    public static final String[] SETTINGS = {
        "--spring.main.sources=" + FakeProvider.class.getName(),
        "--spring.messages.basename=messages/platform,messages/web,messages/staff,messages/donations-api,messages/fake"
    };

    final Map<String, Payment> paid = new ConcurrentHashMap<>();
    final List<String> opened = new ArrayList<>();
    public final List<BillLine> bill = new ArrayList<>();
    volatile boolean silent;
    public volatile boolean slowWithRefunds;

    @Bean
    PaymentMethod fakeMethod(ProviderMethods methods) {
        return methods.of(this);
    }

    public Payment pay(String order, long fen) {
        return paid.computeIfAbsent(order, key -> new Payment(key, "fake-" + UUID.randomUUID(), fen, "CNY"));
    }

    @Override
    public String word() {
        return "fake";
    }

    @Override
    public String formFor(Browser browser) {
        return browser == Browser.DESKTOP ? "scan" : "page";
    }

    @Override
    public Mono<Outcome<Opened>> open(Order order) {
        if (silent) {
            return Mono.error(new ProviderOutage(word(), "open", "test"));
        }
        opened.add(order.number().value());
        return Mono.just(Outcome.done(new Opened(
                order.form().equals("scan")
                        ? new Checkout.ToScan("fake://" + order.number())
                        : new Checkout.Elsewhere("https://fake.example/pay/" + order.number()),
                null)));
    }

    @Override
    public Mono<OrderState> query(Order order) {
        Payment payment = paid.get(order.number().value());
        return silent
                ? Mono.error(new ProviderOutage(word(), "query", "test"))
                : Mono.just(payment == null ? new OrderState.Unpaid() : new OrderState.Paid(payment));
    }

    @Override
    public Mono<OrderState> close(Order order) {
        return query(order).map(state -> state instanceof OrderState.Unpaid ? new OrderState.Ended() : state);
    }

    @Override
    public Mono<RefundState> refund(RefundOrder refund) {
        return Mono.just(
                slowWithRefunds
                        ? new RefundState.UnderWay()
                        : new RefundState.Done(
                                "r-" + refund.number(), refund.amount().fen()));
    }

    @Override
    public Mono<RefundState> queryRefund(RefundOrder refund) {
        return Mono.just(slowWithRefunds ? new RefundState.UnderWay() : new RefundState.Unknown());
    }

    @Override
    public Outcome<Notice> read(ProviderRequest request) {
        String[] words = new String(request.body(), StandardCharsets.UTF_8).split(" ");
        if (!"good".equals(request.headers().getFirst("Fake-Signature"))) {
            return Outcome.refused(ProviderReason.NOT_SIGNED);
        }
        return switch (words[0]) {
            case "paid" ->
                Outcome.done(
                        new Notice.Paid(words[5], new Payment(words[1], words[2], Long.parseLong(words[3]), words[4])));
            case "refunded" -> Outcome.done(new Notice.Refunded(words[2], words[1]));
            default -> Outcome.done(new Notice.Other(words[1]));
        };
    }

    @Override
    public Reply reply(Heard heard) {
        return new Reply(
                switch (heard) {
                    case YES -> 200;
                    case NO -> 401;
                    case LATER -> 503;
                },
                "text/plain",
                heard.name());
    }

    @Override
    public Mono<Outcome<Bill>> bill(LocalDate day) {
        return Mono.just(Outcome.done(new Bill(word(), day, List.copyOf(bill))));
    }

    public BillLine line(BillLine.Kind kind, String ours, String theirs, long fen) {
        return new BillLine(kind, ours, theirs, fen, "CNY", Instant.parse("2026-01-02T03:04:05Z"));
    }
}
