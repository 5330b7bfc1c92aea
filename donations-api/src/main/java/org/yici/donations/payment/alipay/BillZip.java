package org.yici.donations.payment.alipay;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.yici.donations.payment.order.BillLine;

/** A bill as it is sent: a zip with names in GBK, holding a summary (汇总) and the details, in any order. */
final class BillZip {

    private static final Charset NAMES = Charset.forName("GBK");
    private static final Charset TEXT = Charset.forName("GB18030");

    /** Far more than a day of a million gifts; a file that unpacks to more is none of Alipay's. */
    private static final long MOST_BYTES = 512L << 20;

    private BillZip() {}

    static List<BillLine> read(byte[] zip, BillReader reader) throws IOException, UnbelievableBill {
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip), NAMES)) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (!file.getName().contains("汇总")) {
                    return details(new Limited(files, MOST_BYTES), reader);
                }
            }
        }
        throw new UnbelievableBill("no details");
    }

    private static List<BillLine> details(InputStream file, BillReader reader) throws IOException, UnbelievableBill {
        try {
            return reader.read(new BufferedReader(new InputStreamReader(file, TEXT)).lines());
        } catch (UncheckedIOException error) {
            throw new IOException(error);
        }
    }
}
