package org.yici.donations.payment.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.yici.donations.payment.order.Heard;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Payment;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.order.Reply;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Outcome;

/**
 * What Alipay sends by itself. It repeats a notice for a day (after 4 m, 10 m, 10 m, 1 h, 2 h, 6 h, 15 h) and signs no time of
 * sending, so age cannot be asked for: a replayed notice is known by its number, and says again what is known already.
 */
final class AlipayNotices {

    private final AlipayAccount account;
    private final String alipaysKey;

    AlipayNotices(AlipayAccount account) {
        this.account = account;
        this.alipaysKey = AlipaySdk.inBase64(account.theirs());
    }

    Outcome<Notice> read(ProviderRequest request) {
        Map<String, String> said = NoticeForm.read(request.body()).orElse(Map.of());
        if (!isSigned(said)) {
            return Outcome.refused(ProviderReason.NOT_SIGNED);
        }
        if (!account.appId().equals(said.get("app_id")) || !account.sellerId().equals(said.get("seller_id"))) {
            return Outcome.refused(ProviderReason.OTHER_MERCHANT);
        }
        return understood(said);
    }

    /** Always RSA2: what the notice calls its algorithm is the sender's wish. The SDK empties the map that it is given. */
    private boolean isSigned(Map<String, String> said) {
        try {
            return AlipaySignature.rsaCheckV1(new HashMap<>(said), alipaysKey, "UTF-8", "RSA2");
        } catch (AlipayApiException | RuntimeException noSignature) {
            return false;
        }
    }

    private static Outcome<Notice> understood(Map<String, String> said) {
        String event = said.getOrDefault("notify_id", "");
        if (event.isEmpty()) {
            return Outcome.refused(ProviderReason.UNREADABLE);
        }
        if (said.containsKey("refund_fee") || said.containsKey("gmt_refund")) {
            String refund = said.getOrDefault("out_biz_no", "");
            return Outcome.done(refund.isEmpty() ? new Notice.Other(event) : new Notice.Refunded(event, refund));
        }
        return switch (said.getOrDefault("trade_status", "")) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> paid(event, said);
            default -> Outcome.done(new Notice.Other(event));
        };
    }

    private static Outcome<Notice> paid(String event, Map<String, String> said) {
        OptionalLong fen = Yuan.fen(said.get("total_amount"));
        String order = said.getOrDefault("out_trade_no", "");
        String number = said.getOrDefault("trade_no", "");
        if (fen.isEmpty() || order.isEmpty() || number.isEmpty()) {
            return Outcome.refused(ProviderReason.UNREADABLE);
        }
        String currency = said.getOrDefault("trans_currency", Money.CURRENCY);
        return Outcome.done(new Notice.Paid(event, new Payment(order, number, fen.getAsLong(), currency)));
    }

    /** Anything but exactly {@code success} is sent again. */
    static Reply reply(Heard heard) {
        return switch (heard) {
            case YES -> new Reply(200, "text/plain", "success");
            case NO -> new Reply(400, "text/plain", "failure");
            case LATER -> new Reply(503, "text/plain", "failure");
        };
    }
}
