package org.yici.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LargeSheetTest {

    private static final int LINES = 200_000;

    @Test
    void two_hundred_thousand_lines_are_read_one_by_one() {
        Path file = SheetFiles.of(new SXSSFWorkbook(null, 100, false, true), book -> {
            Sheet sheet = book.createSheet();
            for (int i = 0; i < LINES; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("2018年5月4日");
                row.createCell(1).setCellValue("捐赠人" + i);
                row.createCell(2).setCellValue(i / 100.0);
                row.createCell(3).setCellValue("TX" + (1_000_000 + i));
            }
        });
        Runtime.getRuntime().gc();
        long before = used();
        long most = 0;
        long rowsRead = 0;
        Instant start = Instant.now();
        try (SheetRows rows = Sheets.open(file, SheetLimits.LARGE)) {
            while (rows.hasNext()) {
                SheetRow row = rows.next();
                assertThat(row.cell(1).isBlank()).isFalse();
                rowsRead++;
                if (rowsRead % 50_000 == 0) {
                    Runtime.getRuntime().gc();
                    most = Math.max(most, used() - before);
                }
            }
        }
        LoggerFactory.getLogger(LargeSheetTest.class)
                .warn("{} rows in {}, {} KB held", rowsRead, Duration.between(start, Instant.now()), most >> 10);
        assertThat(rowsRead).isEqualTo(LINES);
        assertThat(most).as("bytes held while reading").isLessThan(96L << 20);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
