package org.yici.disbursement.notice;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yici.platform.privacy.BlindIndex;

/**
 * The other half of an objection's receipt. Numbers can be guessed; this cannot, and it is stored nowhere: it is worked out
 * from the number with a key of ours.
 */
@Component
final class ObjectionSecret {

    private static final String PURPOSE = "objection-receipt";
    private static final int BYTES = 16;

    private final BlindIndex index;

    ObjectionSecret(BlindIndex index) {
        this.index = index;
    }

    /** Thirty-two digits and letters a to f. */
    String of(String receipt) {
        return HexFormat.of().formatHex(Arrays.copyOf(index.of(PURPOSE, receipt), BYTES));
    }

    /** As it was typed or pasted: blanks and capitals are forgiven. */
    boolean belongsTo(String receipt, String typed) {
        String plain = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return plain.matches("[0-9a-f]{" + 2 * BYTES + "}")
                && index.recognises(PURPOSE, receipt, HexFormat.of().parseHex(plain));
    }
}
