package org.yici.donations.payment.simulator.alipay;

import java.security.KeyPair;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.yici.donations.payment.simulator.CashierAddress;
import org.yici.donations.payment.simulator.Faults;
import org.yici.donations.payment.simulator.Loopback;
import org.yici.donations.payment.simulator.SimulatedCashier;

/** An Alipay with one merchant, on this machine: {@link #settings} lead the real provider to it. */
public final class AlipaySimulator implements AutoCloseable {

    private static final String APP_ID = "2021000000000001";
    private static final String SELLER_ID = "2088000000000001";

    private final KeyPair merchant = Rsa.newKeys();
    private final KeyPair alipay = Rsa.newKeys();
    private final Faults faults = new Faults();
    private final NoticePost post = new NoticePost();
    private final Trades trades;
    private final Refunds refunds;
    private final Bills bills;
    private final Notices notices;
    private final FrontDesk desk;
    private final Loopback server;

    public AlipaySimulator(Clock clock) {
        this(clock, CashierAddress.OWN);
    }

    public AlipaySimulator(Clock clock, CashierAddress cashier) {
        this.trades = new Trades(clock);
        this.refunds = new Refunds(trades);
        this.bills = new Bills(trades, SELLER_ID);
        this.notices = new Notices(APP_ID, SELLER_ID, alipay);
        Envelope envelope = new Envelope(alipay);
        Gateway gateway = new Gateway(trades, refunds, bills, cashier);
        this.desk = new FrontDesk(merchant.getPublic(), envelope, trades, gateway, bills, this::tell);
        this.server = new Loopback(faults, desk::answer);
    }

    /** The provider's settings, by their full names. */
    public Map<String, String> settings() {
        return Map.of(
                "yici.payment.alipay.app-id", APP_ID,
                "yici.payment.alipay.seller-id", SELLER_ID,
                "yici.payment.alipay.private-key", Rsa.inBase64(merchant.getPrivate()),
                "yici.payment.alipay.public-key", Rsa.inBase64(alipay.getPublic()),
                "yici.payment.alipay.base-url", server.address());
    }

    /** For a cashier that somebody else shows. */
    public SimulatedCashier cashier() {
        return new AlipayCashier(trades, notices, faults);
    }

    /**
     * A donor's browser comes to the gateway with an address that the merchant has signed. The order's number; empty when the
     * signature is not the merchant's.
     *
     * @param query as it was sent
     */
    public Optional<String> arrive(String query) {
        return desk.arrive(query);
    }

    /** By parts of the address: a method of the gateway stands in it as {@code method=alipay.trade.query}. */
    public Faults faults() {
        return faults;
    }

    /** The next answer of the gateway looks so. */
    public void answerNext(OddAnswer answer) {
        desk.next(answer);
    }

    /**
     * A donor pays an order whose page or code somebody has opened or asked for; no notice is sent.
     *
     * @throws IllegalStateException when it cannot be paid
     */
    public void pay(String order) {
        if (!trades.pay(order)) {
            throw new IllegalStateException(order + " cannot be paid");
        }
    }

    /** The donor's money comes after all, although the order is closed or its time over. */
    public void payLate(String order) {
        trades.payLate(order);
    }

    /** The next refund that is new is taken so. */
    public void refundNext(RefundResult result) {
        refunds.next(result);
    }

    public void finishRefund(String order, String refund) {
        refunds.finish(order, refund);
    }

    /** A new notice of how the order stands. */
    public SimulatedNotice notice(String order) {
        return notices.of(trade(order), trades.now());
    }

    public SimulatedNotice refundNotice(String order, String refund) {
        Trade trade = trade(order);
        Trade.Refund sent = trade.refunds.get(refund);
        if (sent == null) {
            throw new IllegalStateException("no refund " + refund);
        }
        return notices.of(trade, sent, trades.now());
    }

    public NoticePost post() {
        return post;
    }

    public BillFlaws flaws() {
        return bills.flaws();
    }

    /** How much was sent back for an order, in fen. */
    public long refundedFen(String order) {
        return trade(order).refundedFen();
    }

    private Trade trade(String order) {
        return trades.find(order).orElseThrow(() -> new IllegalStateException("nobody has opened " + order));
    }

    /** The donor goes back when the merchant has heard, or has not within the post's patience. */
    private void tell(String order) {
        SimulatedNotice notice = notice(order);
        if (notice.address().isAbsolute()) {
            CompletableFuture<String> heard = post.send(notice).exceptionally(nobody -> "");
            heard.join();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
