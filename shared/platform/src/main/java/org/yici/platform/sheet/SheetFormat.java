package org.yici.platform.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, by its first bytes: its name may say anything. */
enum SheetFormat {
    /** A zip. */
    XLSX,
    /** An OLE2 container: .xls, or an .xlsx behind a password. */
    XLS,
    TEXT;

    static final int BYTES = 512;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    static SheetFormat of(byte[] head) {
        if (startsWith(head, ZIP)) {
            return XLSX;
        }
        if (startsWith(head, OLE2)) {
            return XLS;
        }
        if (looksLikeWebPage(head)) {
            throw SheetFlaw.WEB_PAGE.refusal();
        }
        return TEXT;
    }

    private static boolean looksLikeWebPage(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<html")
                || start.startsWith("<!doctype")
                || start.startsWith("<table")
                || start.startsWith("<?xml");
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || head[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
