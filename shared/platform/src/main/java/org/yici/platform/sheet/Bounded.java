package org.yici.platform.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading a part that goes on for longer than a sheet can: a few bytes of zip may unpack to anything. */
final class Bounded extends FilterInputStream {

    private long left;

    Bounded(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : counted(1, read);
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        return read < 0 ? read : counted(read, read);
    }

    private int counted(int bytes, int answer) {
        left -= bytes;
        if (left < 0) {
            throw SheetFlaw.TOO_LARGE.refusal(SheetLimits.LARGE.fileBytes() >> 20);
        }
        return answer;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
