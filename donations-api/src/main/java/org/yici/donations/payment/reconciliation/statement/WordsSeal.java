package org.yici.donations.payment.reconciliation.statement;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.reconciliation.statement.match.LineId;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;

/** Seals who paid and what for, each line's for its own cell. */
@Component
final class WordsSeal {

    private final FieldCipher cipher;

    WordsSeal(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Null where there is nothing to seal. */
    byte @Nullable [] seal(String words, LineId line) {
        return words.isEmpty() ? null : cipher.encrypt(words, cell(line));
    }

    String open(byte @Nullable [] sealed, LineId line) {
        return sealed == null ? "" : cipher.decrypt(sealed, cell(line));
    }

    private static Cell cell(LineId line) {
        return Cell.of("donations.bank_line", line, "words");
    }
}
