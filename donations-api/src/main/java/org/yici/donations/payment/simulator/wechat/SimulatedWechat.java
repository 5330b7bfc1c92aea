package org.yici.donations.payment.simulator.wechat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.yici.donations.payment.simulator.CashierAddress;
import org.yici.donations.payment.simulator.Faults;
import org.yici.donations.payment.simulator.Loopback;
import org.yici.donations.payment.simulator.SimulatedCashier;

/** A simulated WeChat Pay with one merchant, on a port of its own until it is closed. What donors do is done by these methods. */
public final class SimulatedWechat implements AutoCloseable {

    private final SimulatedMerchant merchant = SimulatedMerchant.one();
    private final OrderBook orders = new OrderBook();
    private final RefundBook refunds = new RefundBook(orders);
    private final BillFlaws flaws = new BillFlaws();
    private final Movements movements = new Movements(orders, refunds, flaws);
    private final BillDesk bills = new BillDesk(movements);
    private final Faults faults = new Faults();
    private final WechatNoticeWriting notices;
    private final AnswerWriting answers;
    private final OpenidDesk openid = new OpenidDesk(merchant);
    private final Clock clock;
    private final Loopback server;
    private volatile Consumer<SimulatedNotice> teller = notice -> {};

    /** @param clock the wall clock: the SDK compares signatures with its own */
    public SimulatedWechat(Clock clock) {
        this(clock, CashierAddress.OWN);
    }

    public SimulatedWechat(Clock clock, CashierAddress cashier) {
        WechatSeal seal = new WechatSeal(merchant);
        this.clock = clock;
        this.notices = new WechatNoticeWriting(orders, refunds, seal, clock);
        this.answers = new AnswerWriting(seal, clock);
        WechatDesk desk = new WechatDesk(
                new RequestSignature(merchant, clock),
                answers,
                new PayDesk(orders, cashier),
                new RefundDesk(refunds, clock),
                bills,
                openid,
                new CashierDesk(orders, clock, number -> teller.accept(notices.paid(number))));
        this.server = new Loopback(faults, desk::answer);
    }

    /** Such as {@code http://127.0.0.1:43210}. */
    public String address() {
        return server.address();
    }

    /** What switches our provider on, against this simulator: properties {@code yici.payment.wechat.…}. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        merchant.settings(address()).forEach((name, value) -> settings.put("yici.payment.wechat." + name, value));
        return settings;
    }

    /** For a cashier that somebody else shows. */
    public SimulatedCashier cashier() {
        return new WechatCashier(orders, notices, faults, clock);
    }

    /** A browser inside WeChat asks to be known: where it goes back to, with the code that stands for its owner. */
    public String signIn(String back, String state) {
        return openid.back(back, state);
    }

    /** Who hears at once of what is paid on the cashier's own page. */
    public void tell(Consumer<SimulatedNotice> listener) {
        teller = listener;
    }

    /** The donor pays. Nobody is told: {@link #notices} writes what may be delivered. */
    public void pay(String order) {
        orders.pay(order, clock.instant());
    }

    /** The donor's money arrives although the order was closed. */
    public void payLate(String order) {
        orders.payLate(order, clock.instant());
    }

    public WechatNoticeWriting notices() {
        return notices;
    }

    /**
     * A refund comes to its end.
     *
     * @param status SUCCESS, CLOSED or ABNORMAL
     */
    public void endRefund(String refund, String status) {
        refunds.end(refund, status);
    }

    /**
     * What becomes of new refunds at once; without it they are under way until {@link #endRefund}.
     *
     * @param status PROCESSING, SUCCESS or ABNORMAL
     */
    public void newRefunds(String status) {
        refunds.statusOfNew(status);
    }

    /** Whether the merchant's balance is too short for new refunds. */
    public void shortOfMoney(boolean yes) {
        refunds.shortOfMoney(yes);
    }

    /** Pays money out to the merchant's bank, now. */
    public void settle(long fen) {
        movements.settle(fen, clock.instant());
    }

    /** Whether bills can be had yet. */
    public void billsReady(boolean yes) {
        bills.ready(yes);
    }

    /** Whether bills are changed on their way. */
    public void spoilBills(boolean yes) {
        bills.spoil(yes);
    }

    public BillFlaws billFlaws() {
        return flaws;
    }

    public Faults faults() {
        return faults;
    }

    /** The next good answer goes wrong on its way. */
    public void spoilNext(Spoilt how) {
        answers.spoilNext(how);
    }

    /** The next call of the API is refused, and nothing is done. */
    public void refuseNext(int status, String code) {
        answers.refuseNext(status, code);
    }

    /** How many orders it has. */
    public int orders() {
        return orders.size();
    }

    /** How many refunds it has. */
    public int refunds() {
        return refunds.all().size();
    }

    @Override
    public void close() {
        server.close();
    }
}
