package org.yici.donations.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Bills as they are packed. */
class BillZipTest {

    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void the_details_are_found_before_and_behind_the_summary() throws Exception {
        List<String> read = new ArrayList<>();
        for (byte[] zip : List.of(zip("明细.csv", "明细(汇总).csv"), zip("明细(汇总).csv", "明细.csv"))) {
            assertThat(BillZip.read(zip, text -> {
                        read.addAll(text.toList());
                        return List.of();
                    }))
                    .isEmpty();
        }
        assertThat(read).containsExactly("明细.csv 一慈", "明细.csv 一慈");
    }

    @Test
    void one_without_details_is_not_believed() {
        assertThatExceptionOfType(UnbelievableBill.class)
                .isThrownBy(() -> BillZip.read(zip("明细(汇总).csv"), text -> List.of()))
                .withMessage("no details");
        assertThatExceptionOfType(UnbelievableBill.class)
                .isThrownBy(() -> BillZip.read("<html>busy</html>".getBytes(GBK), text -> List.of()));
    }

    @Test
    void one_that_unpacks_without_end_is_not_read_to_its_end() throws IOException {
        assertThat(new Limited(new ByteArrayInputStream(new byte[10]), 10).readAllBytes())
                .hasSize(10);
        assertThatIOException()
                .isThrownBy(() -> new Limited(new ByteArrayInputStream(new byte[11]), 10).readAllBytes());
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write((name + " 一慈").getBytes(GBK));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
