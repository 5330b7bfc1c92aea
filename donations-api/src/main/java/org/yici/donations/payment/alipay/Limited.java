package org.yici.donations.payment.alipay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that may be read so far and no further. */
final class Limited extends FilterInputStream {

    private long left;

    Limited(InputStream in, long mostBytes) {
        super(in);
        this.left = mostBytes;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new IOException("longer than any bill");
        }
    }
}
