package org.yici.donations.payment.simulator.alipay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Alipay's times and days are Shanghai's. */
final class Times {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Times() {}

    static String write(Instant at) {
        return FORM.format(at.atZone(SHANGHAI));
    }

    static Instant read(String text) {
        return LocalDateTime.parse(text, FORM).atZone(SHANGHAI).toInstant();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SHANGHAI);
    }

    static Instant lateOn(LocalDate day) {
        return day.atTime(23, 30).atZone(SHANGHAI).toInstant();
    }
}
