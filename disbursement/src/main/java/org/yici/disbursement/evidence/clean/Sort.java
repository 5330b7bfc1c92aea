package org.yici.disbursement.evidence.clean;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.MediaType;

/** What a paper may be, told by its first bytes and never by its name. */
public enum Sort {
    JPEG("jpg", MediaType.IMAGE_JPEG, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
    PNG("png", MediaType.IMAGE_PNG, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    PDF("pdf", MediaType.APPLICATION_PDF, "%PDF-".getBytes(StandardCharsets.US_ASCII));

    private final String ending;
    private final MediaType type;
    private final byte[] begins;

    Sort(String ending, MediaType type, byte[] begins) {
        this.ending = ending;
        this.type = type;
        this.begins = begins;
    }

    static Optional<Sort> of(byte[] file) {
        return Arrays.stream(values())
                .filter(sort -> file.length > sort.begins.length
                        && Arrays.equals(sort.begins, Arrays.copyOf(file, sort.begins.length)))
                .findFirst();
    }

    public String ending() {
        return ending;
    }

    public MediaType type() {
        return type;
    }

    public boolean isPicture() {
        return this != PDF;
    }
}
