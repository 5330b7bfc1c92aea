package org.yici.disbursement.household;

import org.springframework.stereotype.Component;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.sheet.SheetText;

/** Finds people of one birthday in one village, without reading anybody: those whose names may be one person's. */
@Component
final class NearIndex {

    private static final String PURPOSE = "birthday-and-village";

    private final BlindIndex index;

    NearIndex(BlindIndex index) {
        this.index = index;
    }

    byte[] of(IdentityNumber number, Place place) {
        String village = place.village() == null ? "" : place.village();
        return index.of(
                PURPOSE,
                number.birthDate() + "\n" + SheetText.plain(place.township()) + "\n" + SheetText.plain(village));
    }
}
