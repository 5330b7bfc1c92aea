package org.yici.donations.donation;

import org.jspecify.annotations.Nullable;

/** A registered payment method, as far as a gift has to know it. */
public interface TakesPayments {

    /** The method's word in addresses and accounts, such as {@code sandbox}: {@code [a-z][a-z0-9-]{0,19}}. */
    String word();

    /** Whether donors may choose it. What is taken at the counter is written down by staff, and by nobody else. */
    default boolean isOffered() {
        return true;
    }

    /** Where the donor pays: a path on our own origin, or an address of the provider's. */
    String payAddress(CreatedDonation created);

    /** Whether this is what somebody with this browser most likely pays with; it is offered first then. */
    default boolean suits(@Nullable String userAgent) {
        return false;
    }
}
