package org.yici.disbursement.household;

import java.util.Set;
import org.yici.platform.privacy.IdentityNumber;

/**
 * The division in an identity number (GB/T 2260): its first two digits name a province that there is. Counties come and go
 * by the hundred, and a number keeps the one that its bearer was born in, so more is not asked.
 */
final class HomeDivision {

    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private HomeDivision() {}

    static boolean exists(IdentityNumber number) {
        return PROVINCES.contains(number.region().substring(0, 2));
    }
}
