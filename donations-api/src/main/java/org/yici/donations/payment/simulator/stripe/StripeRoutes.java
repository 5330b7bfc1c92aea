package org.yici.donations.payment.simulator.stripe;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yici.donations.payment.simulator.CashierAddress;
import org.yici.donations.payment.simulator.Loopback.Answer;
import org.yici.donations.payment.simulator.Loopback.Call;

/** Stripe's API, as far as we call it: each request must carry the account's key and name a version, each POST its own key. */
final class StripeRoutes {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final Pattern ONE =
            Pattern.compile("/v1/(checkout/sessions|payment_intents|refunds)/(\\w{1,80})(/expire)?");

    private final String secretKey;
    private final SimulatedSessions sessions;
    private final SimulatedRefunds refunds;
    private final SimulatedBalance balance;
    private final Remembered remembered;
    private final CashierAddress cashier;

    StripeRoutes(
            String secretKey,
            SimulatedSessions sessions,
            SimulatedRefunds refunds,
            SimulatedBalance balance,
            Remembered remembered,
            CashierAddress cashier) {
        this.secretKey = secretKey;
        this.sessions = sessions;
        this.refunds = refunds;
        this.balance = balance;
        this.remembered = remembered;
        this.cashier = cashier;
    }

    Answer answer(Call call) {
        try {
            verify(call);
            return call.method().equals("POST") ? post(call) : ok(get(call));
        } catch (Declined declined) {
            return json(declined.status(), declined.json());
        }
    }

    private void verify(Call call) {
        if (!("Bearer " + secretKey).equals(call.headers().get("Authorization"))) {
            throw new Declined(UNAUTHORIZED, "invalid_request_error", null, "Invalid API Key provided");
        }
        if (call.headers().get("Stripe-Version") == null) {
            throw Declined.invalid("parameter_missing", "No version");
        }
    }

    private Answer post(Call call) {
        String key = Objects.requireNonNullElse(call.headers().get("Idempotency-Key"), "");
        if (key.isEmpty() || key.length() > 255) {
            throw Declined.invalid("parameter_missing", "No Idempotency-Key");
        }
        return remembered.once(key, call.path() + "?" + call.text(), () -> ok(done(call)));
    }

    private StripeJson done(Call call) {
        StripeForm form = StripeForm.parse(call.text());
        Matcher one = ONE.matcher(call.path());
        if (call.path().equals("/v1/checkout/sessions")) {
            return json(sessions.create(form), call, false);
        }
        if (call.path().equals("/v1/refunds")) {
            return refunds.create(form).json();
        }
        if (one.matches() && one.group(3) != null) {
            return json(sessions.expire(one.group(2)), call, false);
        }
        throw Declined.missing("address: " + call.path());
    }

    private StripeJson get(Call call) {
        StripeForm query = StripeForm.parse(query(call));
        Matcher one = ONE.matcher(call.path());
        if (one.matches() && one.group(3) == null) {
            return get(one.group(1), one.group(2), query, call);
        }
        return switch (call.path()) {
            case "/v1/refunds" -> refunds.list(query);
            case "/v1/balance_transactions" -> balance.list(query);
            default -> throw Declined.missing("address: " + call.path());
        };
    }

    private StripeJson get(String what, String id, StripeForm query, Call call) {
        return switch (what) {
            case "refunds" -> refunds.get(id).json();
            case "payment_intents" -> sessions.ofIntent(id).intentJson();
            default -> json(sessions.get(id), call, query.values().containsValue("payment_intent"));
        };
    }

    private static String query(Call call) {
        int mark = call.target().indexOf('?');
        return mark < 0 ? "" : call.target().substring(mark + 1);
    }

    /** Our own cashier is where the API is. */
    private StripeJson json(SimulatedSession session, Call call, boolean withPayment) {
        String own = "http://" + call.headers().get("Host") + StripeCashier.PATH + session.id();
        return session.json(cashier.of(session.number()).orElse(own), withPayment);
    }

    private static Answer ok(StripeJson json) {
        return json(OK, json);
    }

    private static Answer json(int status, StripeJson json) {
        return Answer.text(status, "application/json", json.text());
    }

    static Answer elsewhere(String address) {
        return new Answer(303, Map.of("Location", address), new byte[0]);
    }
}
