package org.yici.donations.payment.wechat;

import java.io.IOException;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.yici.donations.payment.order.PayerSignIn;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who a donor inside WeChat is to our account (openid), which the form {@code jsapi} needs: the browser goes to
 * {@link #signInAddress} and comes back with a code, without any question to the donor (snsapi_base).
 */
public final class WechatOpenid implements PayerSignIn, AutoCloseable {

    private static final String CALL = "openid";
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Invalid, used already, too old: the donor is sent there once more. */
    private static final Set<Integer> SPENT = Set.of(40_029, 40_163, 42_003);

    private final WechatAccount account;
    private final OkHttpClient http;
    private final ProviderCalls calls;

    /** @param calls its own: it is another server than that of the payments */
    WechatOpenid(WechatAccount account, WechatLimits limits, ProviderCalls calls) {
        this.account = account;
        this.http = WechatWire.to(account.openid(), limits);
        this.calls = calls;
    }

    /**
     * Where a browser inside WeChat is sent.
     *
     * @param back a full address of ours; {@code code} and {@code state} are added to it
     * @param state at most 128 letters and digits, ours to compare when it comes back
     */
    @Override
    public String signInAddress(String back, String state) {
        return account.open()
                .newBuilder()
                .addEncodedPathSegments("connect/oauth2/authorize")
                .addQueryParameter("appid", account.app())
                .addQueryParameter("redirect_uri", back)
                .addQueryParameter("response_type", "code")
                .addQueryParameter("scope", "snsapi_base")
                .addQueryParameter("state", state)
                .fragment("wechat_redirect")
                .build()
                .toString();
    }

    @Override
    public String provider() {
        return WechatProvider.WORD;
    }

    @Override
    public boolean isNeededFor(String form) {
        return form.equals(JsapiForm.WORD);
    }

    /** The openid that a code stands for. A code works once, for five minutes; later it is refused with WeChat's number why. */
    @Override
    public Mono<Outcome<String>> payerOf(String code) {
        return calls.make(CALL, () -> ask(code));
    }

    @Override
    public void close() {
        WechatWire.close(http);
    }

    private Outcome<String> ask(String code) {
        try (Response answer = http.newCall(request(code)).execute()) {
            return read(answer.code(), JSON.readTree(answer.body().string()));
        } catch (IOException | JacksonException unknown) {
            throw calls.outage(CALL, unknown.getClass().getSimpleName());
        }
    }

    private Outcome<String> read(int status, JsonNode said) {
        String openid = said.path("openid").asString("");
        if (status == 200 && !openid.isEmpty()) {
            return Outcome.done(openid);
        }
        int error = said.path("errcode").asInt(0);
        if (SPENT.contains(error)) {
            return Outcome.refused(ProviderReason.PROVIDER_REFUSES, Integer.toString(error));
        }
        throw calls.outage(CALL, status + " " + error);
    }

    /** Its address holds the secret. */
    private Request request(String code) {
        HttpUrl address = account.openid()
                .newBuilder()
                .encodedPath("/sns/oauth2/access_token")
                .addQueryParameter("appid", account.app())
                .addQueryParameter("secret", account.appSecret())
                .addQueryParameter("code", code)
                .addQueryParameter("grant_type", "authorization_code")
                .build();
        return new Request.Builder().url(address).build();
    }
}
