package org.yici.donations.payment.wechat.bill;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/** A line of a bill, its values by the names of their columns. */
record BillRow(Map<String, String> values) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** @throws UnreadableBill when there is no such column */
    String text(String name) {
        return find(name).orElseThrow(() -> new UnreadableBill("there is no column " + name));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Null for an empty value, or one that says 0. */
    @Nullable
    String number(String name) {
        String text = text(name);
        return text.isEmpty() || text.equals("0") ? null : text;
    }

    /** @param names columns, of which the first that is there counts; yuan with at most two decimals */
    long fen(String... names) {
        for (String name : names) {
            Optional<String> there = find(name);
            if (there.isPresent()) {
                return yuan(name, there.get());
            }
        }
        throw new UnreadableBill("there is no column " + names[0]);
    }

    Instant time(String name) {
        try {
            return LocalDateTime.parse(text(name), TIME).atZone(SHANGHAI).toInstant();
        } catch (DateTimeException wrong) {
            throw new UnreadableBill(name + " is no time");
        }
    }

    /** What a text of {@code column} says, in fen. */
    static long yuan(String column, String text) {
        return Money.parseYuan(text)
                .money()
                .orElseThrow(() -> new UnreadableBill(column + " is no amount"))
                .fen();
    }
}
