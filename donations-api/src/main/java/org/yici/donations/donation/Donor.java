package org.yici.donations.donation;

import org.jspecify.annotations.Nullable;
import org.yici.platform.privacy.PhoneNumber;

/** Who gives. An anonymous donor has no name to lose: the type has no place for one. */
public sealed interface Donor {

    /** By which a donor who comes again is recognised; null for a gift that counts as one donor by itself. */
    @Nullable
    PhoneNumber phone();

    /** A donor who wants to be named on the own receipt. Names are never published. */
    record Named(String name, @Nullable PhoneNumber phone) implements Donor {}

    record Anonymous(@Nullable PhoneNumber phone) implements Donor {}
}
