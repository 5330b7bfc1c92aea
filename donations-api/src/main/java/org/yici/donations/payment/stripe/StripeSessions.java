package org.yici.donations.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.V1Services;
import java.util.Set;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Opened;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Orders at Stripe: a Checkout session each. */
final class StripeSessions {

    private static final SessionRetrieveParams WITH_PAYMENT =
            SessionRetrieveParams.builder().addExpand("payment_intent").build();
    /** Of the payment of a completed session: it has failed, and the session cannot be paid again. */
    private static final Set<String> FAILED = Set.of("requires_payment_method", "canceled");

    private final StripeApi api;

    StripeSessions(StripeApi api) {
        this.api = api;
    }

    Mono<Outcome<Opened>> open(Order order) {
        return api.ask(
                "open",
                stripe -> opened(order.known() == null ? create(stripe, order) : retrieve(stripe, order.known())),
                code -> Outcome.refused(ProviderReason.PROVIDER_REFUSES, code));
    }

    /** As long as we do not know what Stripe calls an order, nobody has been sent there to pay it. */
    Mono<OrderState> query(Order order) {
        String known = order.known();
        return known == null ? Mono.just(new OrderState.Unpaid()) : query(known);
    }

    private Mono<OrderState> query(String known) {
        return api.ask("query", stripe -> state(retrieve(stripe, known)), code -> unlessUnknown("query", code));
    }

    /** Stripe refuses to end what is not open: then it says what it is. */
    Mono<OrderState> close(Order order) {
        String known = order.known();
        return known == null ? closeUnheard(order) : close(known);
    }

    private Mono<OrderState> close(String known) {
        return api.ask(
                        "close",
                        stripe -> stripe.checkout().sessions().expire(known).getStatus() != null,
                        code -> false)
                .then(query(known));
    }

    /**
     * Stripe may have heard of the order, and its answer was lost: the same request again tells what it calls it. When it
     * refuses, there is no such session.
     */
    private Mono<OrderState> closeUnheard(Order order) {
        return open(order)
                .flatMap(outcome -> outcome.<Mono<OrderState>>fold(
                        opened -> close(api.needed(opened.known(), "close")),
                        refusal -> Mono.just(new OrderState.Ended())));
    }

    private static Session create(V1Services stripe, Order order) throws StripeException {
        return stripe.checkout().sessions().create(SessionRequest.of(order), SessionRequest.key(order));
    }

    private static Session retrieve(V1Services stripe, String known) throws StripeException {
        return stripe.checkout().sessions().retrieve(known, WITH_PAYMENT);
    }

    private Outcome<Opened> opened(Session session) {
        return switch (api.needed(session.getStatus(), "open")) {
            case "open" ->
                Outcome.done(new Opened(
                        new Checkout.Elsewhere(api.needed(session.getUrl(), "open")),
                        api.needed(session.getId(), "open")));
            case "expired", "complete" -> Outcome.refused(ProviderReason.ORDER_ENDED);
            default -> throw api.strange("open");
        };
    }

    private OrderState state(Session session) {
        return switch (api.needed(session.getStatus(), "query")) {
            case "open" -> new OrderState.Unpaid();
            case "expired" -> new OrderState.Ended();
            case "complete" -> completed(session);
            default -> throw api.strange("query");
        };
    }

    private OrderState completed(Session session) {
        if (PaidSession.isPaid(session)) {
            return new OrderState.Paid(api.needed(PaidSession.payment(session).orElse(null), "query"));
        }
        PaymentIntent slow = session.getPaymentIntentObject();
        return slow != null && FAILED.contains(String.valueOf(slow.getStatus()))
                ? new OrderState.Ended()
                : new OrderState.Unpaid();
    }

    private OrderState unlessUnknown(String name, String code) {
        if (code.equals(StripeApi.UNKNOWN)) {
            return new OrderState.Unpaid();
        }
        throw api.strange(name);
    }
}
