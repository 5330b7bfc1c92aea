package org.yici.donations.payment.reconciliation.statement.match;

import java.util.List;
import java.util.Map;
import org.yici.platform.sheet.SheetText;

/** How banks write the providers that pay us out: the firm's name, or the service's. */
final class ProviderNames {

    private static final Map<String, List<String>> WRITTEN = Map.of(
            "wechat", List.of("财付通", "微信", "tenpay", "wechat", "weixin"),
            "alipay", List.of("支付宝", "alipay"),
            "stripe", List.of("stripe"),
            "sandbox", List.of("沙盒", "sandbox"));

    private ProviderNames() {}

    /** Whether the words name this provider; one without names of its own goes by its word. */
    static boolean names(String words, String provider) {
        String plain = SheetText.plain(words);
        return WRITTEN.getOrDefault(provider, List.of(provider)).stream().anyMatch(plain::contains);
    }

    /** Whether the words name another provider than this one. */
    static boolean namesAnother(String words, String provider) {
        return WRITTEN.keySet().stream().anyMatch(other -> !other.equals(provider) && names(words, other));
    }
}
