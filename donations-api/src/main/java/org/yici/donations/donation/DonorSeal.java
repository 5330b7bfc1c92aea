package org.yici.donations.donation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;
import org.yici.platform.privacy.PhoneNumber;

/** Seals what a donor entrusts to us, each value for its own cell, and makes the mark by which a donor is recognised. */
@Component
public final class DonorSeal {

    private static final String TABLE = "donations.donation";

    private final FieldCipher cipher;
    private final BlindIndex index;

    DonorSeal(FieldCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    /** A donor's values as the database keeps them. */
    @SuppressWarnings("ArrayRecordComponent") // ciphertexts on their way into one statement
    public record Sealed(
            byte @Nullable [] name,
            byte @Nullable [] phone,
            byte @Nullable [] message,
            byte @Nullable [] fingerprint,
            boolean anonymous) {}

    Sealed seal(DonationId id, NewDonation wish) {
        Donor donor = wish.donor();
        PhoneNumber phone = donor.phone();
        String name = donor instanceof Donor.Named named ? named.name() : null;
        return new Sealed(
                encrypt(name, id, "name"),
                encrypt(phone == null ? null : phone.digits(), id, "phone"),
                encrypt(wish.message(), id, "message"),
                phone == null ? null : index.of(phone),
                name == null);
    }

    /** The name on the receipt. */
    public String nameOf(DonationId id, byte[] sealed) {
        return cipher.decrypt(sealed, Cell.of(TABLE, id, "name"));
    }

    private byte @Nullable [] encrypt(@Nullable String value, DonationId id, String column) {
        return value == null ? null : cipher.encrypt(value, Cell.of(TABLE, id, column));
    }
}
