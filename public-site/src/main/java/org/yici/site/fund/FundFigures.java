package org.yici.site.fund;

import org.jspecify.annotations.Nullable;

/**
 * A fund's figures, in fen. Always {@code received + transferred − refunded − costs = balance + committed + disbursed}.
 *
 * @param transferred from other funds, less what went to them
 */
public record FundFigures(
        String code,
        @Nullable String nameZh,
        @Nullable String nameEn,
        long received,
        long refunded,
        long costs,
        long committed,
        long disbursed,
        long transferred,
        long balance,
        long donations,
        long donors) {

    public String name(String lang) {
        String name = "en".equals(lang) ? nameEn : nameZh;
        return name == null ? code : name;
    }

    /** What is to be seen in the bar: everything that came and stayed. */
    public long kept() {
        return balance + committed + disbursed;
    }
}
