package org.yici.donations.payment.wechat;

import com.wechat.pay.java.core.cipher.Verifier;
import com.wechat.pay.java.core.exception.DecryptionException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.donations.payment.order.Heard;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.order.Reply;
import org.yici.platform.outcome.Outcome;

/**
 * Notices of WeChat Pay. The SDK's parser looks at the signature and decrypts; how old a notice is and whom it is for, we look
 * at ourselves. A late notice is signed anew when it is sent, so only a recorded one is too old.
 */
final class WechatNotices {

    /** The last part of the address for each kind; what a notice is says the notice itself. */
    static final String OF_PAYMENTS = "/payment";

    static final String OF_REFUNDS = "/refund";

    private static final Logger log = LoggerFactory.getLogger(WechatNotices.class);
    private static final String JSON = "application/json";
    private static final String FAIL = "{\"code\":\"FAIL\",\"message\":\"失败\"}";

    private final WechatAccount account;
    private final Verifier signatures;
    private final NotificationParser parser;

    WechatNotices(WechatAccount account) {
        this.account = account;
        this.signatures = account.sdk().createVerifier();
        this.parser = new NotificationParser(account.sdk());
    }

    Outcome<Notice> read(ProviderRequest request) {
        return SignedNotice.of(request).filter(this::holds).map(this::read).orElseGet(WechatNotices::notSigned);
    }

    /** It wants 2xx within five seconds, else it comes again, for a day. */
    Reply reply(Heard heard) {
        return switch (heard) {
            case YES -> new Reply(200, JSON, "{\"code\":\"SUCCESS\"}");
            case NO -> new Reply(401, JSON, FAIL);
            case LATER -> new Reply(503, JSON, FAIL);
        };
    }

    /** The probe that WeChat Pay sends at times ({@code WECHATPAY/SIGNTEST/…}) is not even base64. */
    private boolean holds(SignedNotice notice) {
        try {
            RequestParam signed = notice.signed();
            return signatures.verify(signed.getSerialNumber(), signed.getMessage(), signed.getSignature());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private Outcome<Notice> read(SignedNotice notice) {
        if (notice.isTooOld()) {
            return Outcome.refused(ProviderReason.TOO_OLD);
        }
        try {
            return understood(notice);
        } catch (ValidationException otherAlgorithm) {
            return notSigned();
        } catch (DecryptionException otherKey) {
            log.error("WeChat Pay's notices cannot be decrypted: YICI_WECHAT_API_V3_KEY is not the merchant's");
        } catch (RuntimeException strange) {
            log.warn(
                    "WeChat Pay: a signed notice cannot be read ({})",
                    strange.getClass().getSimpleName());
        }
        return Outcome.refused(ProviderReason.UNREADABLE);
    }

    private Outcome<Notice> understood(SignedNotice notice) {
        Envelope envelope = notice.envelope();
        if (envelope.isPaid()) {
            return paid(envelope.id(), parser.parse(notice.signed(), Transaction.class));
        }
        return envelope.isOfRefund()
                ? refunded(envelope.id(), parser.parse(notice.signed(), Map.class))
                : Outcome.done(new Notice.Other(envelope.id()));
    }

    private Outcome<Notice> paid(String event, Transaction told) {
        if (!account.merchant().equals(told.getMchid()) || !account.app().equals(told.getAppid())) {
            return Outcome.refused(ProviderReason.OTHER_MERCHANT);
        }
        return WechatPayments.state(told)
                .fold(
                        payment -> Outcome.done(new Notice.Paid(event, payment)),
                        () -> Outcome.refused(ProviderReason.UNREADABLE),
                        () -> Outcome.refused(ProviderReason.UNREADABLE));
    }

    /** @param told by name, since the SDK's own class leaves the merchant out */
    private Outcome<Notice> refunded(String event, Map<?, ?> told) {
        if (!account.merchant().equals(told.get("mchid"))) {
            return Outcome.refused(ProviderReason.OTHER_MERCHANT);
        }
        return told.get("out_refund_no") instanceof String ours
                ? Outcome.done(new Notice.Refunded(event, ours))
                : Outcome.refused(ProviderReason.UNREADABLE);
    }

    private static Outcome<Notice> notSigned() {
        return Outcome.refused(ProviderReason.NOT_SIGNED);
    }
}
