package org.yici.donations.payment.counter.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donor;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.privacy.PhoneNumber;
import org.yici.platform.sheet.SheetText;

/**
 * What makes a gift at the counter this one and no other, whatever sheet it stands on: of a transfer the bank's number; of
 * cash the day, the donor, the amount and the number of its slip. A keyed hash, since it is made of who gave.
 */
@Component
public final class LineIdentity {

    private static final String PURPOSE = "counter-gift";

    private final BlindIndex keyed;

    LineIdentity(BlindIndex keyed) {
        this.keyed = keyed;
    }

    /** 32 bytes. */
    public byte[] of(CounterGift gift) {
        return keyed.of(PURPOSE, String.join("\n", parts(gift)));
    }

    private static List<String> parts(CounterGift gift) {
        List<String> parts = new ArrayList<>(List.of(gift.method().word(), given(gift.reference())));
        if (gift.method() == CounterMethod.CASH) {
            Donor donor = gift.donor();
            PhoneNumber phone = donor.phone();
            parts.add(gift.givenOn().toString());
            parts.add(Long.toString(gift.amount().fen()));
            parts.add(donor instanceof Donor.Named named ? SheetText.plain(named.name()) : "");
            parts.add(phone == null ? "" : phone.digits());
        }
        return parts;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
