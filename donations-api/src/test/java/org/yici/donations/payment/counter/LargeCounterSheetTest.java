package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.yici.donations.World;

/** {@code -Dlong} sends two hundred thousand lines; the ordinary run a tenth of them, through all the same. */
class LargeCounterSheetTest {

    private static final int LINES = System.getProperty("long") == null ? 20_000 : 200_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final World world = world();

    @Test
    void a_large_sheet_is_read_as_a_stream_and_each_of_its_lines_booked() throws IOException {
        byte[] sheet = sheet();
        long before = world.number("select count(*) from ledger.journals where kind = 'donation'");
        Clerk intake = new Clerk("intake");
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);

        Instant start = Instant.now();
        CounterBatchId batch = Clerk.batch(intake.send(sheet, "large.xlsx", "bank", "daily-kindness"));
        Duration answered = Duration.between(start, Instant.now());
        Set<Long> reading = seen("rows_read", "READING", batch, start);
        Duration checked = Duration.between(start, Instant.now());
        intake.does(batch, "submission");
        Duration submitted = Duration.between(start, Instant.now());
        new Clerk("cashier").does(batch, "confirmation");
        Set<Long> booking = seen("booked", "CONFIRMED", batch, start);
        LoggerFactory.getLogger(LargeCounterSheetTest.class)
                .warn(
                        "{} lines, {} KB: answered after {}, checked {} ({} steps seen), submitted {}, booked {} ({}); at"
                                + " most {} MB of heap",
                        LINES,
                        sheet.length >> 10,
                        answered,
                        checked,
                        reading.size(),
                        submitted,
                        Duration.between(start, Instant.now()),
                        booking.size(),
                        mostHeap() >> 20);
        assertThat(world.number(
                        "select count(*) from donations.counter_batch where state = 'BOOKED' and number = " + batch))
                .isEqualTo(1);
        assertThat(world.number("select count(*) from ledger.journals where kind = 'donation'"))
                .isEqualTo(before + LINES);
        assertThat(world.number("select count(distinct sequence) from donations.counter_line where batch = " + batch))
                .isEqualTo(LINES);
    }

    /** How far it was seen to be, until it is in no such state any more. */
    private Set<Long> seen(String column, String state, CounterBatchId batch, Instant start) {
        Set<Long> seen = new LinkedHashSet<>();
        String far = "select coalesce(max(" + column + "), -1) from donations.counter_batch where state = '" + state
                + "' and number = " + batch;
        for (long now = world.number(far); now >= 0; now = world.number(far)) {
            seen.add(now);
            World.pause(50);
            assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
        }
        return seen;
    }

    private static long mostHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static byte[] sheet() throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, true, true);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet();
            Row heading = sheet.createRow(0);
            String[] names = {"交易日期", "流水号", "对方户名", "贷方发生额", "手机", "附言"};
            for (int i = 0; i < names.length; i++) {
                heading.createCell(i).setCellValue(names[i]);
            }
            for (int i = 1; i <= LINES; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("2018年5月4日");
                row.createCell(1).setCellValue("BULK" + LINES + "-" + i);
                row.createCell(2).setCellValue("捐赠人" + i);
                row.createCell(3).setCellValue(i % 10_000 / 100.0 + 0.01);
                row.createCell(4).setCellValue("13" + (800_000_000 + i));
                row.createCell(5).setCellValue("助学");
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
