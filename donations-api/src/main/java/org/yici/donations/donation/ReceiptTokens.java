package org.yici.donations.donation;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yici.platform.privacy.BlindIndex;

/**
 * Makes a gift's receipt token: its id, then 128 bits of an HMAC-SHA256 over it by the installation's secret key. Derived,
 * not drawn: the same request sent again must get the same answer, token included, and the token is stored nowhere. It is
 * known again by any key of the set, so receipts outlive a rotation of the keys.
 */
@Component
public final class ReceiptTokens {

    private static final String PURPOSE = "receipt-token";
    private static final int HALF = 16;

    private final BlindIndex keyed;

    ReceiptTokens(BlindIndex keyed) {
        this.keyed = keyed;
    }

    public ReceiptToken of(DonationId id) {
        byte[] token = ByteBuffer.allocate(2 * HALF)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .put(keyed.of(PURPOSE, id.toString()), 0, HALF)
                .array();
        return new ReceiptToken(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** The gift whose token this is; empty for a token that we did not make, or made before tokens carried their id. */
    Optional<DonationId> idOf(ReceiptToken token) {
        ByteBuffer bytes = ByteBuffer.wrap(token.bytes());
        DonationId id = new DonationId(new UUID(bytes.getLong(), bytes.getLong()));
        byte[] seal = Arrays.copyOfRange(token.bytes(), HALF, 2 * HALF);
        return keyed.recognises(PURPOSE, id.toString(), seal) ? Optional.of(id) : Optional.empty();
    }
}
