package org.yici.donations.payment.simulator.wechat;

import java.time.Clock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes and tells of refunds: {@code /v3/refund/domestic/refunds}. */
final class RefundDesk {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BAD = 400;

    private final RefundBook refunds;
    private final Clock clock;

    RefundDesk(RefundBook refunds, Clock clock) {
        this.refunds = refunds;
        this.clock = clock;
    }

    String create(String body) {
        JsonNode asked = JSON.readTree(body);
        JsonNode amount = asked.path("amount");
        if (!amount.has("refund")
                || !amount.has("total")
                || !amount.path("currency").asString("").equals("CNY")) {
            throw new ApiError(BAD, "PARAM_ERROR");
        }
        PlacedRefund refund = refunds.create(
                asked.path("out_refund_no").asString(),
                asked.path("out_trade_no").asString(),
                amount.path("refund").asLong(),
                asked.path("notify_url").asString(""),
                clock.instant());
        return Papers.refund(refund).toString();
    }

    String find(String number) {
        return Papers.refund(refunds.get(number)).toString();
    }
}
