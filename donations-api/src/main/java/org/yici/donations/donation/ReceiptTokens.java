package org.yici.donations.donation;

import java.util.Base64;
import org.springframework.stereotype.Component;
import org.yici.platform.privacy.BlindIndex;

/**
 * Makes a gift's receipt token from its id by the installation's secret key (HMAC-SHA256). Derived, not drawn: the same
 * request sent again must get the same answer, token included, and the token itself is stored nowhere. Receipts are found
 * by the stored hash, so they outlive a change of the key.
 */
@Component
public final class ReceiptTokens {

    private final BlindIndex keyed;

    ReceiptTokens(BlindIndex keyed) {
        this.keyed = keyed;
    }

    public ReceiptToken of(DonationId id) {
        byte[] secret = keyed.of("receipt-token", id.toString());
        return new ReceiptToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }
}
