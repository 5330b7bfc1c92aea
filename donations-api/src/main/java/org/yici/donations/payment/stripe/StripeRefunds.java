package org.yici.donations.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.V1Services;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import reactor.core.publisher.Mono;

/**
 * Refunds at Stripe. Stripe forgets after a day or more that it has heard a request before, so a refund is looked for among
 * the payment's refunds, by our number, before it is sent; the key of the request only guards the moment between.
 */
final class StripeRefunds {

    /** Under this name a refund carries our number of it. */
    static final String NUMBER = "refund";

    private static final long PAGE = 100;

    private final StripeApi api;

    StripeRefunds(StripeApi api) {
        this.api = api;
    }

    Mono<RefundState> refund(RefundOrder refund) {
        return look(refund)
                .flatMap(found -> found.fold(
                        done -> Mono.just(found),
                        () -> Mono.just(found),
                        () -> send(refund),
                        failed -> Mono.just(found)));
    }

    Mono<RefundState> query(RefundOrder refund) {
        return look(refund);
    }

    private Mono<RefundState> look(RefundOrder refund) {
        String known = refund.known();
        return api.ask(
                "query refund",
                stripe -> known == null
                        ? find(stripe, refund)
                        : state(stripe.refunds().retrieve(known)),
                this::unknown);
    }

    private RefundState find(V1Services stripe, RefundOrder refund) throws StripeException {
        RefundListParams all = RefundListParams.builder()
                .setPaymentIntent(payment(refund))
                .setLimit(PAGE)
                .build();
        for (Refund one : stripe.refunds().list(all).autoPagingIterable()) {
            if (refund.number().value().equals(number(one.getMetadata()))) {
                return state(one);
            }
        }
        return new RefundState.Unknown();
    }

    /** Our number in what an object carries for us; null when it is none of ours. */
    static @Nullable String number(@Nullable Map<String, String> metadata) {
        return metadata == null ? null : metadata.get(NUMBER);
    }

    private Mono<RefundState> send(RefundOrder refund) {
        RefundCreateParams request = RefundCreateParams.builder()
                .setPaymentIntent(payment(refund))
                .setAmount(refund.amount().fen())
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata(NUMBER, refund.number().value())
                .build();
        RequestOptions key = RequestOptions.builder()
                .setIdempotencyKey("refund:" + refund.number())
                .build();
        return api.ask("refund", stripe -> state(stripe.refunds().create(request, key)), RefundState.Failed::new);
    }

    private static String payment(RefundOrder refund) {
        return Objects.requireNonNull(refund.order().payment(), "only what is paid is sent back");
    }

    private RefundState state(Refund refund) {
        return switch (api.needed(refund.getStatus(), "refund")) {
            case "succeeded" ->
                new RefundState.Done(api.needed(refund.getId(), "refund"), api.needed(refund.getAmount(), "refund"));
            case "pending", "requires_action" -> new RefundState.UnderWay();
            case "failed" -> new RefundState.Failed(Objects.requireNonNullElse(refund.getFailureReason(), "failed"));
            case "canceled" -> new RefundState.Failed("canceled");
            default -> throw api.strange("refund");
        };
    }

    private RefundState unknown(String code) {
        if (code.equals(StripeApi.UNKNOWN)) {
            return new RefundState.Unknown();
        }
        throw api.strange("query refund");
    }
}
