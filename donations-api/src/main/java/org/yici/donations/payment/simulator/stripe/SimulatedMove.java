package org.yici.donations.payment.simulator.stripe;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A movement of the account's balance.
 *
 * @param category Stripe's {@code reporting_category}
 * @param amount signed, in fen
 * @param source what moved it
 */
record SimulatedMove(
        String id, String category, long amount, long fee, String currency, Instant at, StripeJson source) {

    private static final BigDecimal RATE = new BigDecimal("0.137");

    SimulatedMove more(long fen) {
        return new SimulatedMove(id, category, amount + fen, fee, currency, at, source);
    }

    SimulatedMove in(String other) {
        return new SimulatedMove(id, category, amount, fee, other, at, source);
    }

    long net() {
        return amount - fee;
    }

    /** Whether what moved it names {@code number}, ours or Stripe's. */
    boolean concerns(String number) {
        return source.text().contains("\"" + number + "\"");
    }

    StripeJson json(boolean withSource) {
        return StripeJson.object("balance_transaction")
                .and("id", id)
                .and("amount", amount)
                .and("fee", fee)
                .and("net", net())
                .and("currency", currency)
                .and("exchange_rate", currency.equals("cny") ? null : RATE)
                .and("created", at.getEpochSecond())
                .and("available_on", at.getEpochSecond())
                .and("reporting_category", category)
                .and("type", category.equals("dispute") ? "adjustment" : category)
                .and("source", withSource ? source : source.values().get("id"))
                .and("status", "available");
    }
}
