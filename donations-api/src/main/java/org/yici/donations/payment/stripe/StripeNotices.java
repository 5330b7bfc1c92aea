package org.yici.donations.payment.stripe;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.yici.donations.payment.order.Heard;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.order.Reply;
import org.yici.platform.outcome.Outcome;

/**
 * Reads Stripe's notices. They are written in the version of the API that their endpoint was made with; the few fields that
 * we read have not changed in years, and a notice that lacks one is unreadable.
 */
final class StripeNotices {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;

    private final StripeSignature signature;
    private final boolean live;

    StripeNotices(StripeAccount account) {
        this.signature = new StripeSignature(account.webhookSecret());
        this.live = account.isLive();
    }

    Outcome<Notice> read(ProviderRequest request) {
        return signature.verified(request).then(StripeNotices::event).then(this::notice);
    }

    /** Stripe takes any 2xx as heard and sends everything else again, for three days. */
    Reply reply(Heard heard) {
        int status =
                switch (heard) {
                    case YES -> OK;
                    case NO -> BAD_REQUEST;
                    case LATER -> UNAVAILABLE;
                };
        return new Reply(status, "text/plain", "");
    }

    private static Outcome<Event> event(String body) {
        try {
            Event event = Webhook.constructEventWithoutVerification(body);
            boolean whole = event.getId() != null && event.getType() != null && event.getLivemode() != null;
            return whole ? Outcome.done(event) : Outcome.refused(ProviderReason.UNREADABLE);
        } catch (RuntimeException unreadable) {
            return Outcome.refused(ProviderReason.UNREADABLE);
        }
    }

    /** Ours has no accounts below it, so a notice that names one was meant for somebody else. */
    private Outcome<Notice> notice(Event event) {
        if (event.getLivemode() != live || event.getAccount() != null) {
            return Outcome.refused(ProviderReason.OTHER_MERCHANT);
        }
        Optional<Notice> notice =
                switch (event.getType()) {
                    case "checkout.session.completed", "checkout.session.async_payment_succeeded" ->
                        object(event, Session.class).flatMap(session -> paid(event.getId(), session));
                    case "refund.created", "refund.updated", "refund.failed" ->
                        object(event, Refund.class).flatMap(refund -> refunded(event.getId(), refund));
                    case "charge.dispute.funds_withdrawn" ->
                        object(event, Dispute.class).flatMap(dispute -> disputed(event.getId(), dispute));
                    default -> Optional.of(new Notice.Other(event.getId()));
                };
        return notice.map(Outcome::done).orElseGet(() -> Outcome.refused(ProviderReason.UNREADABLE));
    }

    private static <T extends StripeObject> Optional<T> object(Event event, Class<T> type) {
        try {
            StripeObject object = event.getDataObjectDeserializer().deserializeUnsafe();
            return type.isInstance(object) ? Optional.of(type.cast(object)) : Optional.empty();
        } catch (EventDataObjectDeserializationException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Notice> paid(String event, Session session) {
        return PaidSession.isPaid(session)
                ? PaidSession.payment(session).map(payment -> new Notice.Paid(event, payment))
                : Optional.of(new Notice.Other(event));
    }

    /** A refund that was made by hand at Stripe goes by Stripe's name: we know of none such. */
    private static Optional<Notice> refunded(String event, Refund refund) {
        return Optional.ofNullable(refund.getId())
                .map(id -> new Notice.Refunded(
                        event, Objects.requireNonNullElse(StripeRefunds.number(refund.getMetadata()), id)));
    }

    private static Optional<Notice> disputed(String event, Dispute dispute) {
        if (dispute.getId() == null
                || dispute.getPaymentIntent() == null
                || dispute.getAmount() == null
                || dispute.getCurrency() == null) {
            return Optional.empty();
        }
        return Optional.of(new Notice.Disputed(
                event,
                dispute.getId(),
                dispute.getPaymentIntent(),
                dispute.getAmount(),
                dispute.getCurrency().toUpperCase(Locale.ROOT)));
    }
}
