package org.yici.disbursement.household;

import java.util.Set;
import org.yici.platform.sheet.SheetText;

/** The relations that say: this one heads the household. */
public final class HeadWords {

    private static final Set<String> WORDS = Set.of("户主", "本人", "户主本人", "本人(户主)", "户主(本人)", "head", "self");

    private HeadWords() {}

    public static boolean say(String relation) {
        return WORDS.contains(SheetText.plain(relation));
    }
}
