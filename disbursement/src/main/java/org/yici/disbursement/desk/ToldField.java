package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.yici.disbursement.Typed;
import org.yici.platform.outcome.InvalidInput;

/** What an officer writes for the household beside the note: on a page, who says no says why to them, too. */
final class ToldField {

    private ToldField() {}

    /**
     * @param no the decision that needs it
     * @throws InvalidInput where that was chosen and nothing was written
     */
    static @Nullable String read(MultiValueMap<String, String> form, String no) {
        String told = Typed.orNull(field(form, "told"));
        if (told == null && no.equals(form.getFirst("decision"))) {
            throw InvalidInput.of("told", "input.told");
        }
        return told;
    }
}
