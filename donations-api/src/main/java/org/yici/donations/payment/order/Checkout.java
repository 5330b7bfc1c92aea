package org.yici.donations.payment.order;

import java.util.Map;
import java.util.function.Function;

/** How the donor goes on to pay. */
public sealed interface Checkout {

    /** One answer for each case. */
    <T> T fold(Function<String, T> elsewhere, Function<String, T> toScan, Function<Map<String, String>, T> inWechat);

    /** At the provider's own page. */
    record Elsewhere(String address) implements Checkout {
        @Override
        public <T> T fold(
                Function<String, T> elsewhere, Function<String, T> toScan, Function<Map<String, String>, T> inWechat) {
            return elsewhere.apply(address);
        }
    }

    /** With the phone, from a QR code that says {@code text}. */
    record ToScan(String text) implements Checkout {
        @Override
        public <T> T fold(
                Function<String, T> elsewhere, Function<String, T> toScan, Function<Map<String, String>, T> inWechat) {
            return toScan.apply(text);
        }
    }

    /** By WeChat's own script in the page. */
    record InWechat(Map<String, String> parameters) implements Checkout {
        @Override
        public <T> T fold(
                Function<String, T> elsewhere, Function<String, T> toScan, Function<Map<String, String>, T> inWechat) {
            return inWechat.apply(parameters);
        }
    }
}
