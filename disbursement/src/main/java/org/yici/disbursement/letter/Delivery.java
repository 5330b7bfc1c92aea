package org.yici.disbursement.letter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How and on which day a letter came to the household. */
public record Delivery(Way way, LocalDate day, String by) {

    public enum Way {
        /** Into somebody's hands. */
        HANDED,
        POSTED,
        /** To somebody who does not read. */
        READ_OUT;

        static Optional<Way> of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(way -> way.name().equals(word))
                    .findAny();
        }

        public String messageKey() {
            return "letter.way." + name();
        }
    }
}
