package org.yici.donations.payment.simulator.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.simulator.CashierAddress;
import org.yici.donations.payment.simulator.SimulatedCashier;
import org.yici.donations.payment.simulator.alipay.AlipaySimulator;
import org.yici.donations.payment.simulator.stripe.StripeSimulator;
import org.yici.donations.payment.simulator.wechat.SimulatedWechat;

/** The simulators of one service, each at a port of this machine, until they are closed. */
final class Simulators implements AutoCloseable {

    /** Of the cashiers, behind the front door; the provider's word follows. */
    static final String PATH = "/pay/simulated/";

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, SimulatedCashier> cashiers = new LinkedHashMap<>();
    private final List<Runnable> endings = new ArrayList<>();
    private final Clock clock;
    private final String publicUrl;
    private @Nullable SimulatedWechat wechat;
    private @Nullable AlipaySimulator alipay;

    /** @param publicUrl the front door, as donors' browsers reach it */
    Simulators(Set<String> words, Clock clock, String publicUrl) {
        this.clock = clock;
        this.publicUrl = publicUrl;
        words.forEach(this::start);
    }

    /** What a charity would have given to have these providers, by their full names. */
    Map<String, String> settings() {
        return settings;
    }

    Set<String> words() {
        return cashiers.keySet();
    }

    Optional<SimulatedCashier> cashier(String word) {
        return Optional.ofNullable(cashiers.get(word));
    }

    Optional<SimulatedWechat> wechat() {
        return Optional.ofNullable(wechat);
    }

    Optional<AlipaySimulator> alipay() {
        return Optional.ofNullable(alipay);
    }

    private void start(String word) {
        switch (word) {
            case "wechat" -> startWechat();
            case "alipay" -> startAlipay();
            case "stripe" -> startStripe();
            default -> throw new IllegalArgumentException("no simulator: " + word);
        }
    }

    private void startWechat() {
        SimulatedWechat started = new SimulatedWechat(clock, cashierOf("wechat"));
        started.newRefunds("SUCCESS");
        wechat = started;
        settings.putAll(started.settings());
        // The one address of WeChat's that donors' browsers go to.
        settings.put("yici.payment.wechat.open-url", publicUrl + PATH + "wechat");
        keep(started::close, started.cashier());
    }

    private void startAlipay() {
        AlipaySimulator started = new AlipaySimulator(clock, cashierOf("alipay"));
        alipay = started;
        settings.putAll(started.settings());
        settings.put("yici.payment.alipay.page-url", publicUrl + PATH + "alipay");
        keep(started::close, started.cashier());
    }

    private void startStripe() {
        StripeSimulator started = new StripeSimulator(clock, nobodyPaysThere -> {}, cashierOf("stripe"));
        settings.putAll(started.settings());
        keep(started::close, started.cashier());
    }

    private void keep(Runnable ending, SimulatedCashier cashier) {
        endings.add(ending);
        cashiers.put(cashier.word(), cashier);
    }

    private CashierAddress cashierOf(String word) {
        return new CashierAddress(publicUrl + PATH + word);
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }
}
