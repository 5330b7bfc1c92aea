package org.yici.site.notice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people without a phone at hand turn to. Public methods are for the template. */
@Component
public final class Contact {

    private final String name;
    private final String address;
    private final String phone;

    Contact(
            @Value("${yici.organisation.name}") String name,
            @Value("${yici.organisation.address}") String address,
            @Value("${yici.organisation.phone}") String phone) {
        this.name = name;
        this.address = address;
        this.phone = phone;
    }

    /** Empty: the name that stands on the pages. */
    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    public String phone() {
        return phone;
    }
}
