package org.yici.donations.payment.simulator.wechat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.MultiValueMap;
import org.yici.donations.payment.simulator.Loopback.Answer;

/** Says who a browser inside WeChat is: always the same person. A code works once. */
final class OpenidDesk {

    static final String OPENID = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
    private static final int INVALID_CODE = 40_029;
    private static final int INVALID_SECRET = 40_125;

    private final SimulatedMerchant merchant;
    private final Set<String> codes = ConcurrentHashMap.newKeySet();

    OpenidDesk(SimulatedMerchant merchant) {
        this.merchant = merchant;
    }

    /** Sends the browser back at once, as snsapi_base does. */
    Answer authorize(MultiValueMap<String, String> asked) {
        String location = back(Targets.one(asked, "redirect_uri"), Targets.one(asked, "state"));
        return new Answer(302, Map.of("Location", location), new byte[0]);
    }

    /** Where a browser goes back to, with a code of its own. */
    String back(String address, String state) {
        String code = UUID.randomUUID().toString().replace("-", "");
        codes.add(code);
        return address + (address.contains("?") ? "&" : "?") + "code=" + code + "&state="
                + URLEncoder.encode(state, StandardCharsets.UTF_8);
    }

    /** JSON that calls itself text, errors with status 200: as the real one does. */
    Answer token(MultiValueMap<String, String> asked) {
        if (!SimulatedMerchant.APP.equals(Targets.one(asked, "appid"))
                || !merchant.secret().equals(Targets.one(asked, "secret"))) {
            return error(INVALID_SECRET, "invalid appsecret");
        }
        if (!codes.remove(Targets.one(asked, "code"))) {
            return error(INVALID_CODE, "invalid code");
        }
        return plain(Papers.object()
                .put("access_token", "simulated")
                .put("expires_in", 7200)
                .put("openid", OPENID)
                .put("scope", "snsapi_base")
                .toString());
    }

    private static Answer error(int code, String message) {
        return plain(Papers.object().put("errcode", code).put("errmsg", message).toString());
    }

    private static Answer plain(String body) {
        return Answer.text(200, "text/plain", body);
    }
}
