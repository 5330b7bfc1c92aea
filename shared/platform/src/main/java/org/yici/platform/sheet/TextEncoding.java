package org.yici.platform.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * In which characters a text file was written: by its mark, else UTF-8 when all of it is UTF-8, else GB18030, which
 * Chinese spreadsheets still write. A file that has control characters is no text.
 */
final class TextEncoding {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextEncoding() {}

    static Charset of(Path file) throws IOException {
        byte[] mark = mark(file);
        if (startsWith(mark, 0xff, 0xfe) || startsWith(mark, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16;
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (isAllOf(file, charset)) {
                return charset;
            }
        }
        throw SheetFlaw.NOT_A_SHEET.refusal();
    }

    /** From the beginning, without the mark. */
    static Reader open(Path file, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private static boolean isAllOf(Path file, Charset charset) throws IOException {
        char[] some = new char[8_192];
        try (Reader reader = open(file, charset)) {
            for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                if (hasControls(some, read)) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException another) {
            return false;
        }
    }

    private static boolean hasControls(char[] some, int count) {
        for (int i = 0; i < count; i++) {
            char c = some[i];
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a) {
                return true;
            }
        }
        return false;
    }

    private static byte[] mark(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(2);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length == 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }
}
