package org.yici.donations.payment.simulator.wechat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** A bill in the making: names, lines whose values begin with a backquote, names of sums, sums. */
final class BillText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Papers.SHANGHAI);
    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder("\uFEFF");

    BillText(String names) {
        text.append(names).append(END);
    }

    void line(String... values) {
        text.append('`').append(String.join(",`", values)).append(END);
    }

    String sums(String names, String... values) {
        text.append(names).append(END);
        line(values);
        return text.toString();
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
