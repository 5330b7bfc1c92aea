package org.yici.donations.payment.wechat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * The connections under the SDK. The SDK has no setting for its server, so each request is sent on to ours: scheme, host and
 * port are not signed. It looks its headers up by exact spelling, which proxies change: it is put right here.
 */
final class WechatWire {

    private static final List<String> SPELLINGS =
            List.of("Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial", "Request-ID");
    private static final long MOST_ERROR_BYTES = 64 << 10;
    private static final int IDLE_CONNECTIONS = 5;
    /** WeChat Pay closes an idle connection after 8: a request that goes out on a closed one is lost. */
    private static final int IDLE_SECONDS = 7;

    private WechatWire() {}

    /** Sends nothing twice by itself, and goes nowhere that an answer points to. */
    static OkHttpClient to(HttpUrl base, WechatLimits limits) {
        return new OkHttpClient.Builder()
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .callTimeout(limits.call())
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addInterceptor(chain -> whole(spelt(chain.proceed(
                        chain.request().newBuilder().url(at(base, chain)).build()))))
                .build();
    }

    static void close(OkHttpClient client) {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private static HttpUrl at(HttpUrl base, Interceptor.Chain chain) {
        return chain.request()
                .url()
                .newBuilder()
                .scheme(base.scheme())
                .host(base.host())
                .port(base.port())
                .build();
    }

    private static Response spelt(Response answer) {
        Response.Builder again = answer.newBuilder();
        for (String name : SPELLINGS) {
            String value = answer.header(name);
            if (value != null) {
                again.removeHeader(name).addHeader(name, value);
            }
        }
        return again.build();
    }

    /** The SDK does not close what answers a bill's download with an error: read here, it holds no connection. */
    private static Response whole(Response answer) throws IOException {
        if (answer.isSuccessful()) {
            return answer;
        }
        try (answer) {
            return answer.newBuilder().body(answer.peekBody(MOST_ERROR_BYTES)).build();
        }
    }
}
