package org.yici.disbursement.crosscheck.rule;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.yici.disbursement.crosscheck.extract.Column;

/** What a fact is compared with. */
public sealed interface Operand {

    /** How the fact stands to it; nothing where that cannot be said. */
    OptionalInt order(String fact, Column column, Yardsticks yardsticks);

    /** Fen, or hundredths. */
    record Figure(long value) implements Operand {
        @Override
        public OptionalInt order(String fact, Column column, Yardsticks yardsticks) {
            return OptionalInt.of(Long.compare(Long.parseLong(fact), value));
        }
    }

    record Day(LocalDate day) implements Operand {
        @Override
        public OptionalInt order(String fact, Column column, Yardsticks yardsticks) {
            return OptionalInt.of(Integer.signum(LocalDate.parse(fact).compareTo(day)));
        }
    }

    record Word(String word) implements Operand {
        @Override
        public OptionalInt order(String fact, Column column, Yardsticks yardsticks) {
            return OptionalInt.of(Integer.signum(fact.compareTo(word)));
        }
    }

    /** What a standing standard of the county comes to for one person, in the column's own time: a month or a year. */
    record OfStandard(String code) implements Operand {
        @Override
        public OptionalInt order(String fact, Column column, Yardsticks yardsticks) {
            return yardsticks.of(code, column.span()).stream()
                    .mapToInt(fen -> Long.compare(Long.parseLong(fact), fen))
                    .findAny();
        }
    }
}
