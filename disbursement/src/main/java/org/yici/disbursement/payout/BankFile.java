package org.yici.disbursement.payout;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.w3c.dom.Document;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.xml.Xml;

/** A result file from the bank, told apart by what is in it: pain.002, camt.053, or a table of comma-separated values. */
final class BankFile {

    private BankFile() {}

    /**
     * @return what it says; at least one line
     * @throws InvalidInput where the file is none of the three, or lines of it cannot be read, line by line
     */
    static BankReport read(byte[] content) {
        BankReport report =
                looksLikeXml(content) ? xml(content) : BankReport.answer(null, CsvResult.read(text(content)));
        if (report.isEmpty()) {
            throw InvalidInput.of("file", "input.results.empty");
        }
        return report;
    }

    private static boolean looksLikeXml(byte[] content) {
        for (byte b : content) {
            boolean blankOrMark = b == ' ' || b == '\n' || b == '\r' || b == '\t' || (b & 0x80) != 0;
            if (!blankOrMark) {
                return b == '<';
            }
        }
        return false;
    }

    private static BankReport xml(byte[] content) {
        Document document = Xml.parse(content).orElseThrow(() -> InvalidInput.of("file", "input.results.xml"));
        String namespace = String.valueOf(document.getDocumentElement().getNamespaceURI());
        if (namespace.contains("pain.002")) {
            return Pain002.read(document.getDocumentElement());
        }
        if (namespace.contains("camt.053")) {
            return Camt053.read(document.getDocumentElement());
        }
        throw InvalidInput.of("file", "input.results.format");
    }

    /** UTF-8, or what Chinese spreadsheets still write. */
    private static String text(byte[] content) {
        try {
            return decode(content, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                return decode(content, Charset.forName("GB18030"));
            } catch (CharacterCodingException noText) {
                throw InvalidInput.of("file", "input.results.format");
            }
        }
    }

    private static String decode(byte[] content, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
