package org.yici.donations.payment.simulator.wechat;

import java.util.regex.Pattern;
import org.yici.donations.payment.simulator.CashierAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Places, tells of and closes orders: {@code /v3/pay/transactions/…}. */
final class PayDesk {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_|*-]{6,32}");
    private static final int MOST_DESCRIPTION = 127;
    private static final int BAD = 400;

    private final OrderBook orders;
    private final CashierAddress cashier;

    PayDesk(OrderBook orders, CashierAddress cashier) {
        this.orders = orders;
        this.cashier = cashier;
    }

    /** @param address of the simulator, where its own cashier is */
    String place(String form, String body, String address) {
        JsonNode asked = JSON.readTree(body);
        String number = asked.path("out_trade_no").asString("");
        requireMerchant(asked);
        require(NUMBER.matcher(number).matches());
        require(asked.path("amount").path("total").asInt(0) > 0);
        require(asked.path("description").asString("").length() <= MOST_DESCRIPTION);
        require(!asked.path("notify_url").asString("?").contains("?"));
        requireOfForm(form, asked);
        orders.place(new PlacedOrder(
                number,
                form,
                body,
                asked.path("amount").path("total").asLong(),
                asked.path("notify_url").asString(),
                PlacedOrder.UNPAID,
                null,
                null));
        return answer(form, number, address).toString();
    }

    String find(String number) {
        return Papers.transaction(orders.get(number)).toString();
    }

    /** The answer has no body. */
    String close(String number, String body) {
        requireMerchantNumber(JSON.readTree(body));
        orders.close(number);
        return "";
    }

    private ObjectNode answer(String form, String number, String address) {
        ObjectNode answer = Papers.object();
        return switch (form) {
            case "native" -> answer.put("code_url", cashier.of(number).orElse("weixin://wxpay/bizpayurl?pr=" + number));
            case "jsapi" -> answer.put("prepay_id", "wx" + number);
            default ->
                answer.put(
                        "h5_url",
                        cashier.of(number).orElse(address + "/cashier/" + number) + "?prepay_id=wx" + number
                                + "&package=1");
        };
    }

    private static void requireOfForm(String form, JsonNode asked) {
        if (form.equals("jsapi")) {
            require(asked.path("payer").path("openid").asString("").equals(OpenidDesk.OPENID));
        }
        if (form.equals("h5")) {
            JsonNode scene = asked.path("scene_info");
            require(!scene.path("payer_client_ip").asString("").isEmpty());
            require(scene.path("h5_info").path("type").asString("").equals("Wap"));
        }
    }

    private static void requireMerchant(JsonNode asked) {
        requireMerchantNumber(asked);
        if (!SimulatedMerchant.APP.equals(asked.path("appid").asString(""))) {
            throw new ApiError(BAD, "APPID_MCHID_NOT_MATCH");
        }
    }

    private static void requireMerchantNumber(JsonNode asked) {
        require(SimulatedMerchant.NUMBER.equals(asked.path("mchid").asString("")));
    }

    private static void require(boolean met) {
        if (!met) {
            throw new ApiError(BAD, "PARAM_ERROR");
        }
    }
}
