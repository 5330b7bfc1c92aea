package org.yici.donations.payment.simulator.alipay;

import java.util.LinkedHashMap;
import java.util.Map;

/** The inside of an answer. All values are text. */
record Said(Map<String, String> fields) {

    static Said done() {
        return new Said(Map.of()).and("code", "10000").and("msg", "Success");
    }

    static Said refused(String subCode) {
        return new Said(Map.of())
                .and("code", "40004")
                .and("msg", "Business Failed")
                .and("sub_code", subCode)
                .and("sub_msg", "业务处理失败");
    }

    static Said wrongSignature() {
        return new Said(Map.of())
                .and("code", "40002")
                .and("msg", "Invalid Arguments")
                .and("sub_code", "isv.invalid-signature");
    }

    static Said trouble() {
        return new Said(Map.of())
                .and("code", "20000")
                .and("msg", "Service Currently Unavailable")
                .and("sub_code", "isp.unknow-error");
    }

    Said and(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Said(more);
    }
}
