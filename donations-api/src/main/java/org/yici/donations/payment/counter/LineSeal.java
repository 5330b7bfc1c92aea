package org.yici.donations.payment.counter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donor;
import org.yici.donations.payment.counter.line.CounterGift;
import org.yici.donations.payment.counter.line.LineProblem;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;
import org.yici.platform.privacy.PhoneNumber;
import org.yici.platform.web.StrictJson;
import tools.jackson.databind.json.JsonMapper;

/** Seals what a line says of people, each value for its own cell. Problems too: a name may stand in any column. */
@Component
final class LineSeal {

    private static final JsonMapper JSON = StrictJson.strict();
    private static final String TABLE = "donations.counter_line";

    private final FieldCipher cipher;

    LineSeal(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** The values of a line as the database keeps them. */
    @SuppressWarnings("ArrayRecordComponent") // ciphertexts on their way into one statement
    record Sealed(byte @Nullable [] name, byte @Nullable [] phone, byte @Nullable [] note, byte @Nullable [] problems) {

        static final Sealed NOTHING = new Sealed(null, null, null, null);
    }

    Sealed seal(CounterBatchId batch, int line, CounterGift gift) {
        Donor donor = gift.donor();
        PhoneNumber phone = donor.phone();
        return new Sealed(
                encrypt(donor instanceof Donor.Named named ? named.name() : null, batch, line, "name"),
                encrypt(phone == null ? null : phone.digits(), batch, line, "phone"),
                encrypt(gift.note(), batch, line, "note"),
                null);
    }

    Sealed seal(CounterBatchId batch, int line, List<LineProblem> problems) {
        return new Sealed(null, null, null, encrypt(JSON.writeValueAsString(problems), batch, line, "problems"));
    }

    Donor donor(CounterBatchId batch, int line, byte @Nullable [] name, byte @Nullable [] phone) {
        String digits = decrypt(phone, batch, line, "phone");
        PhoneNumber number = digits == null ? null : new PhoneNumber(digits);
        String open = decrypt(name, batch, line, "name");
        return open == null ? new Donor.Anonymous(number) : new Donor.Named(open, number);
    }

    @Nullable
    String note(CounterBatchId batch, int line, byte @Nullable [] note) {
        return decrypt(note, batch, line, "note");
    }

    List<LineProblem> problems(CounterBatchId batch, int line, byte @Nullable [] problems) {
        String json = decrypt(problems, batch, line, "problems");
        return json == null ? List.of() : List.of(JSON.readValue(json, LineProblem[].class));
    }

    private byte @Nullable [] encrypt(@Nullable String value, CounterBatchId batch, int line, String column) {
        return value == null ? null : cipher.encrypt(value, cell(batch, line, column));
    }

    private @Nullable String decrypt(byte @Nullable [] sealed, CounterBatchId batch, int line, String column) {
        return sealed == null ? null : cipher.decrypt(sealed, cell(batch, line, column));
    }

    private static Cell cell(CounterBatchId batch, int line, String column) {
        return Cell.of(TABLE, batch + "/" + line, column);
    }
}
