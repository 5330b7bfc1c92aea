package org.yici.donations.payment.simulator.wechat;

import org.yici.donations.payment.simulator.Loopback.Answer;
import org.yici.donations.payment.simulator.Loopback.Call;

/** Which desk a call is for. What the API is asked for has to be signed by the merchant; what browsers ask for is not. */
final class WechatDesk {

    private static final String PREPAY = "/v3/pay/transactions/";
    private static final String ORDER = PREPAY + "out-trade-no/";
    private static final String CLOSE = "/close";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";
    private static final String FILE = "/v3/billdownload/file";
    private static final String CASHIER = "/cashier/";
    private static final int NOT_FOUND = 404;

    private final RequestSignature signature;
    private final AnswerWriting answers;
    private final PayDesk pay;
    private final RefundDesk refunds;
    private final BillDesk bills;
    private final OpenidDesk openid;
    private final CashierDesk cashier;

    WechatDesk(
            RequestSignature signature,
            AnswerWriting answers,
            PayDesk pay,
            RefundDesk refunds,
            BillDesk bills,
            OpenidDesk openid,
            CashierDesk cashier) {
        this.signature = signature;
        this.answers = answers;
        this.pay = pay;
        this.refunds = refunds;
        this.bills = bills;
        this.openid = openid;
        this.cashier = cashier;
    }

    Answer answer(Call call) {
        try {
            return call.path().startsWith("/v3/") ? api(call) : browser(call);
        } catch (ApiError error) {
            return AnswerWriting.error(error);
        }
    }

    private Answer api(Call call) {
        signature.require(call);
        answers.requireNoRefusal();
        if (call.path().equals(FILE)) {
            return bills.file(Targets.one(Targets.query(call), "token"));
        }
        return answers.done(call.method().equals("POST") ? posted(call) : asked(call));
    }

    private String posted(Call call) {
        String path = call.path();
        if (path.equals(REFUNDS)) {
            return refunds.create(call.text());
        }
        if (path.startsWith(ORDER) && path.endsWith(CLOSE)) {
            return pay.close(Targets.between(path, ORDER, CLOSE), call.text());
        }
        return switch (path.replace(PREPAY, "")) {
            case "native", "jsapi", "h5" -> pay.place(path.replace(PREPAY, ""), call.text(), address(call));
            default -> throw new ApiError(NOT_FOUND, "RESOURCE_NOT_EXISTS");
        };
    }

    private String asked(Call call) {
        String path = call.path();
        if (path.startsWith(ORDER)) {
            return pay.find(Targets.between(path, ORDER, ""));
        }
        if (path.startsWith(REFUNDS + "/")) {
            return refunds.find(Targets.between(path, REFUNDS + "/", ""));
        }
        return switch (path) {
            case "/v3/bill/tradebill" -> bills.trade(Targets.query(call));
            case "/v3/bill/fundflowbill" -> bills.fundFlow(Targets.query(call));
            default -> throw new ApiError(NOT_FOUND, "RESOURCE_NOT_EXISTS");
        };
    }

    private Answer browser(Call call) {
        String path = call.path();
        if (path.startsWith(CASHIER)) {
            String number = Targets.between(path, CASHIER, "");
            return call.method().equals("POST") ? cashier.pay(number, Targets.query(call)) : cashier.show(number);
        }
        return switch (path) {
            case "/connect/oauth2/authorize" -> openid.authorize(Targets.query(call));
            case "/sns/oauth2/access_token" -> openid.token(Targets.query(call));
            default -> throw new ApiError(NOT_FOUND, "RESOURCE_NOT_EXISTS");
        };
    }

    private static String address(Call call) {
        return "http://" + call.headers().get("Host");
    }
}
