package org.yici.donations.payment.simulator.wechat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bill in the making: names, lines whose values begin with a backquote, names of sums, sums. */
final class BillText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Papers.SHANGHAI);
    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder("\uFEFF");
    private final List<String> names;

    BillText(String names) {
        this.names = List.of(names.split(","));
        text.append(names).append(END);
    }

    /** @param values by the names of their columns; the others are empty */
    void line(Map<String, String> values) {
        line(names.stream().map(name -> values.getOrDefault(name, "")));
    }

    String sums(String names, String... values) {
        text.append(names).append(END);
        line(Stream.of(values));
        return text.toString();
    }

    private void line(Stream<String> values) {
        text.append('`').append(values.collect(Collectors.joining(",`"))).append(END);
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
