package org.yici.donations.payment.stripe;

import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.yici.donations.payment.order.Order;
import org.yici.ledger.Money;

/** The request that makes an order known to Stripe: always the same for the same order. */
final class SessionRequest {

    /** Under this name the session, its payment and its charge carry our number of the order. */
    static final String NUMBER = "payment";

    /**
     * Stripe takes an end from half an hour to a day after it hears of the session. An order that is sent a moment after it
     * was made, or again some minutes later, must still fit in: we end it ourselves in time.
     */
    private static final Duration LEAST = Duration.ofMinutes(60);

    private static final Duration MOST = Duration.ofHours(23);

    private SessionRequest() {}

    static SessionCreateParams of(Order order) {
        String number = order.number().value();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSubmitType(SessionCreateParams.SubmitType.DONATE)
                .setClientReferenceId(number)
                .putMetadata(NUMBER, number)
                .setPaymentIntentData(
                        PaymentIntentData.builder().putMetadata(NUMBER, number).build())
                // Else the donor may pay in another currency.
                .setAdaptivePricing(AdaptivePricing.builder().setEnabled(false).build())
                .addLineItem(line(order))
                .setExpiresAt(end(order).getEpochSecond())
                .setSuccessUrl(order.back())
                .setCancelUrl(order.back())
                .build();
    }

    /** With it Stripe knows a repeated request, and answers what it answered before. */
    static RequestOptions key(Order order) {
        return RequestOptions.builder()
                .setIdempotencyKey("create:" + order.number())
                .build();
    }

    private static LineItem line(Order order) {
        return LineItem.builder()
                .setQuantity(1L)
                .setPriceData(LineItem.PriceData.builder()
                        .setCurrency(Money.CURRENCY.toLowerCase(Locale.ROOT))
                        .setUnitAmount(order.amount().fen())
                        .setProductData(LineItem.PriceData.ProductData.builder()
                                .setName(order.title())
                                .build())
                        .build())
                .build();
    }

    private static Instant end(Order order) {
        Instant first = order.createdAt().plus(LEAST);
        Instant last = order.createdAt().plus(MOST);
        Instant end = order.expiresAt();
        return end.isBefore(first) ? first : end.isAfter(last) ? last : end;
    }
}
