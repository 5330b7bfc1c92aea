package org.yici.donations.payment.simulator.wechat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes notices: true ones, and those that must not be believed. Each is signed when it is asked for, so a late notice is one
 * that is asked for late; the same one asked for again has the same id.
 */
public final class WechatNoticeWriting {

    private static final String PAYMENT = "transaction";
    private static final String REFUND = "refund";

    private final OrderBook orders;
    private final RefundBook refunds;
    private final WechatSeal seal;
    private final Clock clock;

    WechatNoticeWriting(OrderBook orders, RefundBook refunds, WechatSeal seal, Clock clock) {
        this.orders = orders;
        this.refunds = refunds;
        this.seal = seal;
        this.clock = clock;
    }

    /** An order is paid. */
    public SimulatedNotice paid(String order) {
        return signed(order, Papers.transaction(orders.get(order)), clock.instant());
    }

    /** The same, signed by somebody who has not WeChat Pay's key. */
    public SimulatedNotice forged(String order) {
        SimulatedNotice good = paid(order);
        return notice(good.address(), good.body(), seal.forged(good.body(), clock.instant()));
    }

    /** The same, recorded that long ago. */
    public SimulatedNotice old(String order, Duration age) {
        return signed(
                order, Papers.transaction(orders.get(order)), clock.instant().minus(age));
    }

    public SimulatedNotice wrongAmount(String order, long byFen) {
        ObjectNode paper = Papers.transaction(orders.get(order));
        ((ObjectNode) paper.get("amount")).put("total", orders.get(order).total() + byFen);
        return signed(order, paper, clock.instant());
    }

    public SimulatedNotice wrongCurrency(String order, String currency) {
        ObjectNode paper = Papers.transaction(orders.get(order));
        ((ObjectNode) paper.get("amount")).put("currency", currency);
        return signed(order, paper, clock.instant());
    }

    public SimulatedNotice wrongMerchant(String order) {
        ObjectNode paper = Papers.transaction(orders.get(order)).put("mchid", "1900009999");
        return signed(order, paper, clock.instant());
    }

    /** A refund has come to its end: REFUND.SUCCESS, REFUND.CLOSED or REFUND.ABNORMAL. */
    public SimulatedNotice refunded(String refund) {
        PlacedRefund ended = refunds.get(refund);
        return signed(
                ended.notifyUrl(),
                envelope("REFUND." + ended.status(), REFUND, refund, Papers.refundNotice(ended)),
                clock.instant());
    }

    private SimulatedNotice signed(String order, ObjectNode paper, Instant at) {
        return signed(orders.get(order).notifyUrl(), envelope("TRANSACTION.SUCCESS", PAYMENT, order, paper), at);
    }

    private SimulatedNotice signed(String address, String body, Instant at) {
        return notice(address, body, seal.headers(body, at));
    }

    private static SimulatedNotice notice(String address, String body, Map<String, String> signature) {
        Map<String, String> headers = new LinkedHashMap<>(signature);
        headers.put("Content-Type", "application/json");
        return new SimulatedNotice(address, headers, body);
    }

    private String envelope(String event, String kind, String number, ObjectNode paper) {
        String nonce = WechatSeal.nonce();
        byte[] seed = (event + number).getBytes(StandardCharsets.UTF_8);
        ObjectNode envelope = Papers.object()
                .put("id", "EV-" + UUID.nameUUIDFromBytes(seed))
                .put("create_time", Papers.time(clock.instant()))
                .put("resource_type", "encrypt-resource")
                .put("event_type", event)
                .put("summary", "模拟");
        envelope.putObject("resource")
                .put("original_type", kind)
                .put("algorithm", "AEAD_AES_256_GCM")
                .put("ciphertext", seal.encrypted(paper.toString(), kind, nonce))
                .put("associated_data", kind)
                .put("nonce", nonce);
        return envelope.toString();
    }
}
