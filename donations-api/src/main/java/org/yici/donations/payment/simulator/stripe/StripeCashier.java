package org.yici.donations.payment.simulator.stripe;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.web.util.HtmlUtils;
import org.yici.donations.payment.simulator.Loopback.Answer;
import org.yici.donations.payment.simulator.Loopback.Call;
import org.yici.ledger.Money;

/** The page where a donor pays at the simulated Stripe: a button. */
final class StripeCashier {

    static final String PATH = "/c/pay/";
    private static final String PAGE = """
            <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Stripe (simulated)</title>
            <meta name="viewport" content="width=device-width">
            <p>Stripe, simulated: no money moves. 模拟收银台，不会真的付款。</p>
            <h1>%s</h1><p>%s</p>%s
            <p><a href="%s">返回 Back</a></p></html>
            """;
    private static final String BUTTON = "<form method=\"post\"><button>付款 Pay</button></form>";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final SimulatedSessions sessions;
    private final Consumer<String> paid;

    /** @param paid is told the number of each order that is paid here */
    StripeCashier(SimulatedSessions sessions, Consumer<String> paid) {
        this.sessions = sessions;
        this.paid = paid;
    }

    Answer answer(Call call) {
        try {
            SimulatedSession session = sessions.get(call.path().substring(PATH.length()));
            return call.method().equals("POST") ? pay(session) : page(session);
        } catch (Declined unknown) {
            return Answer.text(NOT_FOUND, "text/plain", "No such session");
        }
    }

    private Answer pay(SimulatedSession session) {
        if (session.standing() == Standing.OPEN) {
            sessions.pay(session.number());
            paid.accept(session.number());
        }
        return StripeRoutes.elsewhere(session.back());
    }

    private static Answer page(SimulatedSession session) {
        String html = PAGE.formatted(
                escaped(session.title()),
                Money.ofFen(session.fen()),
                session.standing() == Standing.OPEN ? BUTTON : "<p>" + session.standing().status + "</p>",
                escaped(session.back()));
        return Answer.text(OK, "text/html; charset=utf-8", html);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
