package org.yici.disbursement.household.sheet.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.Divisions.Division;
import org.yici.disbursement.household.Place;
import org.yici.platform.sheet.SheetText;

/** The county's places in memory, for a list of many lines. */
public final class PlaceBook {

    private final Map<String, Division> townships = new HashMap<>();
    private final Map<String, Division> villages = new HashMap<>();

    public PlaceBook(List<Division> townships, List<Division> villages) {
        townships.forEach(one -> put(this.townships, "", one));
        villages.forEach(one -> put(this.villages, one.code().substring(0, 9), one));
    }

    private static void put(Map<String, Division> book, String parent, Division division) {
        book.put(parent + SheetText.plain(division.name()), division);
        book.put(parent + division.code(), division);
    }

    /** What is written, with the codes that are known. */
    public Place find(String township, @Nullable String village) {
        Division known = townships.get(SheetText.plain(township));
        String townshipName = known == null ? township : known.name();
        String townshipCode = known == null ? null : known.code();
        Division inside =
                known == null || village == null ? null : villages.get(known.code() + SheetText.plain(village));
        return new Place(
                townshipName,
                townshipCode,
                inside == null ? village : inside.name(),
                inside == null ? null : inside.code());
    }
}
