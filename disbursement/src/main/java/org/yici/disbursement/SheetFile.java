package org.yici.disbursement;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.yici.platform.sheet.CsvLine;
import org.yici.platform.sheet.XlsxWriter;

/** A sheet that is handed out, in one of two formats. Neither runs anything when it is opened. */
public enum SheetFile {
    XLSX("xlsx", new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    CSV("csv", new MediaType("text", "csv", StandardCharsets.UTF_8));

    /** What an address may end in. */
    public static final String ENDINGS = ".{format:xlsx|csv}";

    private final String ending;
    private final MediaType type;

    SheetFile(String ending, MediaType type) {
        this.ending = ending;
        this.type = type;
    }

    public static SheetFile of(String ending) {
        return ending.equals(CSV.ending) ? CSV : XLSX;
    }

    /** @param name of the file, ASCII, without its ending; {@code title} of the sheet inside */
    public ResponseEntity<byte[]> answer(String name, String title, Consumer<Consumer<List<String>>> rows) {
        return answer(name, bytes(title, rows));
    }

    /** The same of a sheet that is written already. */
    public ResponseEntity<byte[]> answer(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + ending + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }

    /** The sheet itself. */
    public byte[] bytes(String title, Consumer<Consumer<List<String>>> rows) {
        if (this == CSV) {
            StringBuilder text = new StringBuilder(CsvLine.MARK);
            rows.accept(row -> text.append(CsvLine.of(row)));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxWriter sheet = new XlsxWriter(out, title)) {
            rows.accept(sheet::row);
        }
        return out.toByteArray();
    }
}
