package org.yici.donations.payment.alipay;

import com.alipay.api.AlipayResponse;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is meant. The SDK's own {@code isSuccess} only looks whether a sub-code is absent, so the code itself is
 * compared. Prefixes of sub-codes vary between documents, so they are compared by their ends.
 *
 * @param sub empty when there is none
 */
record AlipayCode(String code, String sub) {

    private static final String DONE = "10000";
    private static final String REFUSED = "40004";
    private static final int LONGEST = 64;

    static AlipayCode of(AlipayResponse answer) {
        return new AlipayCode(plain(answer.getCode()), plain(answer.getSubCode()));
    }

    boolean isDone() {
        return DONE.equals(code);
    }

    /** An answer to the request itself, one way or the other; else it is trouble at Alipay, our settings, or too many requests. */
    boolean isAnswer() {
        return isDone() || (REFUSED.equals(code) && !says("SYSTEM_ERROR") && !says("unknow-error"));
    }

    boolean says(String end) {
        return sub.endsWith(end);
    }

    /** Alipay's word for it, for staff and logs. */
    String word() {
        return sub.isEmpty() ? code : sub;
    }

    /** A failure may come without a signature, so nothing but a code is let through. */
    private static String plain(@Nullable String given) {
        String code = given == null ? "" : given.replaceAll("[^A-Za-z0-9._-]", "?");
        return code.substring(0, Math.min(code.length(), LONGEST));
    }
}
