package org.yici.donations.payment.alipay;

import com.alipay.api.FileItem;
import com.alipay.api.internal.util.AbstractHttpClient;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * The wire under the SDK. Both of the SDK's own silently send a request twice when the server hangs up, and know no limit for
 * the whole call; this one sends once, within limits, and keeps the status.
 */
final class OneTry extends AbstractHttpClient implements AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_READ = Duration.ofSeconds(6);
    private static final Duration IN_ALL = Duration.ofSeconds(8);

    /** No answer and no packed bill is nearly as long. */
    private static final int MOST_BYTES = 64 << 20;

    private final OkHttpClient http;
    private final OkHttpClient files;

    OneTry() {
        this(IN_ALL);
    }

    /** @param inAll the limit of a whole call */
    OneTry(Duration inAll) {
        this.http = new OkHttpClient.Builder()
                .connectTimeout(TO_CONNECT)
                .readTimeout(TO_READ)
                .callTimeout(inAll)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .build();
        this.files = http.newBuilder().followRedirects(true).build();
    }

    /** An answer with another status than 2xx: whether anything was done is not known. */
    static final class BadStatus extends IOException {

        private static final long serialVersionUID = 1;

        private final int status;

        BadStatus(int status) {
            super("HTTP " + status);
            this.status = status;
        }

        String code() {
            return "HTTP " + status;
        }
    }

    @Override
    public String doPost(String url, Map<String, String> parameters, String charset, Map<String, String> heard)
            throws IOException {
        FormBody.Builder form = new FormBody.Builder(Charset.forName(charset));
        parameters.forEach((name, value) -> add(form, name, value));
        return new String(
                send(http, new Request.Builder().url(url).post(form.build()).build()), Charset.forName(charset));
    }

    @Override
    public String doPost(
            String url,
            Map<String, String> parameters,
            Map<String, FileItem> files,
            String charset,
            Map<String, String> heard) {
        throw new UnsupportedOperationException("nothing is uploaded");
    }

    /** A file at an address that Alipay has given. */
    byte[] get(String address) throws IOException {
        return send(files, new Request.Builder().url(address).get().build());
    }

    private static byte[] send(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            ResponseBody body = response.body();
            if (!response.isSuccessful() || body == null) {
                throw new BadStatus(response.code());
            }
            return new Limited(body.byteStream(), MOST_BYTES).readAllBytes();
        }
    }

    private static void add(FormBody.Builder form, @Nullable String name, @Nullable String value) {
        if (name != null && value != null) {
            form.add(name, value);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
