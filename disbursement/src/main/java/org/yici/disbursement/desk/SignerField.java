package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import org.springframework.util.MultiValueMap;
import org.yici.disbursement.Typed;
import org.yici.platform.outcome.InvalidInput;

/** Who signed that the money came, or the end of the code: on a page one click alone confirms nothing. */
final class SignerField {

    private SignerField() {}

    /** @throws InvalidInput where nothing was written */
    static String read(MultiValueMap<String, String> form) {
        String signer = Typed.orNull(field(form, "note"));
        if (signer == null) {
            throw InvalidInput.of("note", "input.signer");
        }
        return signer;
    }
}
