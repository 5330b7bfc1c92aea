package org.yici.disbursement.notice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where else somebody objects whom the page cannot take now: by telephone, or by post. */
@Component
record OtherWays(String phone, String address) {

    OtherWays(
            @Value("${yici.organisation.phone}") String phone, @Value("${yici.organisation.address}") String address) {
        this.phone = phone;
        this.address = address;
    }
}
