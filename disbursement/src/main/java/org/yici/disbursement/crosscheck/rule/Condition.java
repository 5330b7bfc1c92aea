package org.yici.disbursement.crosscheck.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yici.disbursement.crosscheck.extract.Column;

/** When a row of an extract is worth a word. Pure: the same facts and yardsticks, the same answer. */
public sealed interface Condition {

    boolean holds(Map<Column, String> facts, Yardsticks yardsticks);

    /** Every comparison in it. */
    Stream<Comparison> comparisons();

    /** The standards that it compares with. */
    default Stream<String> standards() {
        return comparisons()
                .map(Comparison::operand)
                .filter(Operand.OfStandard.class::isInstance)
                .map(operand -> ((Operand.OfStandard) operand).code())
                .distinct();
    }

    /** Holds when each part does: of none, always. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<Column, String> facts, Yardsticks yardsticks) {
            return parts.stream().allMatch(part -> part.holds(facts, yardsticks));
        }

        @Override
        public Stream<Comparison> comparisons() {
            return parts.stream().flatMap(Condition::comparisons);
        }
    }

    /** Holds when one part does: of none, never. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<Column, String> facts, Yardsticks yardsticks) {
            return parts.stream().anyMatch(part -> part.holds(facts, yardsticks));
        }

        @Override
        public Stream<Comparison> comparisons() {
            return parts.stream().flatMap(Condition::comparisons);
        }
    }

    /** What a row does not say is nothing: it is not the word that is meant, and in no other way compared. */
    record Comparison(Column column, Operator operator, Operand operand) implements Condition {

        @Override
        public boolean holds(Map<Column, String> facts, Yardsticks yardsticks) {
            String fact = facts.get(column);
            if (fact == null) {
                return operator == Operator.IS_NOT;
            }
            if (operator == Operator.HAS) {
                return operand instanceof Operand.Word word && fact.contains(word.word());
            }
            return operand.order(fact, column, yardsticks).stream().anyMatch(operator::accepts);
        }

        @Override
        public Stream<Comparison> comparisons() {
            return Stream.of(this);
        }
    }
}
