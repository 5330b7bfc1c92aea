package org.yici.donations.payment.simulator.alipay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bill as Alipay packs it: a summary, which nobody needs, before the details, names and text in GBK. */
final class BillZipFile {

    private static final Charset GBK = Charset.forName("GBK");

    private BillZipFile() {}

    static byte[] of(String name, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
            put(zip, name + "(汇总).csv", "#支付宝汇总查询\r\n门店编号,门店名称\r\n");
            put(zip, name + ".csv", text);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(GBK));
        zip.closeEntry();
    }
}
