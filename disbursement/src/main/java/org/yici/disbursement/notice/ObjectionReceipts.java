package org.yici.disbursement.notice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the receipts that are handed out, each with its secret. */
@Component
final class ObjectionReceipts {

    private final ObjectionSecret secret;
    private final String publicUrl;

    ObjectionReceipts(ObjectionSecret secret, @Value("${yici.public-url}") String publicUrl) {
        this.secret = secret;
        this.publicUrl = publicUrl;
    }

    ObjectionReceipt of(String notice, FileObjection.Receipt filed) {
        return ObjectionReceipt.of(notice, filed, secret.of(filed.receipt()), publicUrl);
    }
}
