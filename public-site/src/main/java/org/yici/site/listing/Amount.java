package org.yici.site.listing;

/** An amount in JSON: whole fen and their currency. */
public record Amount(long value, String currency) {

    public static Amount ofFen(long fen) {
        return new Amount(fen, "CNY");
    }
}
