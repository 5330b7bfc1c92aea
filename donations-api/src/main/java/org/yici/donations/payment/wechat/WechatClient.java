package org.yici.donations.payment.wechat;

import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.payments.h5.H5Service;
import com.wechat.pay.java.service.payments.jsapi.JsapiServiceExtension;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.refund.RefundService;
import okhttp3.OkHttpClient;

/** The SDK's services over our connections, for as long as the service runs. All of them block. */
final class WechatClient implements AutoCloseable {

    private final WechatAccount account;
    private final OkHttpClient connections;
    private final HttpClient http;

    WechatClient(WechatAccount account, WechatLimits limits) {
        this.account = account;
        this.connections = WechatWire.to(account.base(), limits);
        this.http = new DefaultHttpClientBuilder()
                .config(account.sdk())
                .okHttpClient(connections)
                .build();
    }

    WechatAccount account() {
        return account;
    }

    NativePayService nativePay() {
        return new NativePayService.Builder().httpClient(http).build();
    }

    /** It signs the page's parameters too, so it wants the account besides the connections. */
    JsapiServiceExtension jsapi() {
        return new JsapiServiceExtension.Builder()
                .config(account.sdk())
                .httpClient(http)
                .build();
    }

    H5Service h5() {
        return new H5Service.Builder().httpClient(http).build();
    }

    RefundService refunds() {
        return new RefundService.Builder().httpClient(http).build();
    }

    BillDownloadServiceExtension bills() {
        return new BillDownloadServiceExtension.Builder()
                .httpClient(http)
                .decryptor(account.sdk().createDecryptor())
                .build();
    }

    @Override
    public void close() {
        WechatWire.close(connections);
    }
}
