package org.yici.donations.payment.alipay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times as Alipay writes them, {@code 2026-09-24 10:30:00}, always in Asia/Shanghai. */
final class ShanghaiTime {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private ShanghaiTime() {}

    static String of(Instant at) {
        return FORM.format(at.atZone(ZONE));
    }

    /** Empty for what is no such time. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text.strip(), FORM).atZone(ZONE).toInstant());
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
