package org.yici.donations.payment.alipay;

import java.util.Locale;
import org.yici.donations.payment.order.Browser;

/** How a donor pays with Alipay. */
enum AlipayForm {
    /** On a phone: Alipay's page, which opens its app. */
    WAP("QUICK_WAP_WAY"),
    /** On a desktop: Alipay's page, with a code to scan or an account to sign in to. */
    PAGE("FAST_INSTANT_TRADE_PAY"),
    /** A code on our page. */
    PRECREATE("FACE_TO_FACE_PAYMENT");

    /** Alipay's name of the product that the charity has signed for. */
    final String product;

    AlipayForm(String product) {
        this.product = product;
    }

    /** WeChat blocks Alipay's pages, so a donor inside it gets a code, to keep as a picture and scan in Alipay. */
    static AlipayForm suiting(Browser browser) {
        return switch (browser) {
            case ALIPAY, PHONE -> WAP;
            case DESKTOP -> PAGE;
            case WECHAT -> PRECREATE;
        };
    }

    /** @throws IllegalArgumentException for a word that is none of ours */
    static AlipayForm named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
