package org.yici.disbursement.letter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.platform.outcome.RefusedStart;

/** Who writes: what stands on every letter, and where an appeal goes. */
@Component
final class LetterHead {

    private final Sender sender;

    LetterHead(
            @Value("${yici.organisation.name}") String name,
            @Value("${yici.organisation.address}") String address,
            @Value("${yici.organisation.phone}") String phone,
            @Value("${yici.demo}") boolean demo) {
        if (!demo && (address.isBlank() || phone.isBlank())) {
            throw new RefusedStart("A letter of refusal says where to appeal: YICI_ORGANISATION_ADDRESS and"
                    + " YICI_ORGANISATION_PHONE must be set.");
        }
        sender = new Sender(name, address, phone);
    }

    /** @param name empty: the pages' own name of the organisation */
    record Sender(String name, String address, String phone) {}

    Sender sender() {
        return sender;
    }
}
