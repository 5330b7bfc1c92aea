package org.yici.site.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What visits found, as far as it was told. */
@Repository
public class Outcomes {

    /** A number is told of so many people or not at all. */
    public static final int FEWEST_PEOPLE = 5;

    static final List<String> KINDS = List.of("schooling", "medical", "hardship", "urgent-hardship", "disaster-relief");

    private final DatabaseClient database;

    Outcomes(DatabaseClient database) {
        this.database = database;
    }

    private record Cell(String kind, String question, String answer) {}

    /** @param visits null where they are of fewer than five people */
    public record Line(
            String kind,
            String question,
            String answer,
            @Nullable Long visits) {}

    /** All that was told, and the cells of which nothing could be told yet. */
    public record Told(List<Line> lines) {

        /** Visits with a result that was told. */
        public long visits() {
            return sum("use", null);
        }

        public long usedAsMeant() {
            return sum("use", "USED_AS_MEANT");
        }

        /** Pupils whose visit found them in this school, in a higher one, or graduated. */
        public long inSchool() {
            return sum("school", "STAYS") + sum("school", "PROMOTED") + sum("school", "GRADUATED");
        }

        /** The kinds of aid of which something was told, with their lines of one question. */
        public List<Line> of(String question) {
            return lines.stream()
                    .filter(line -> line.question.equals(question))
                    .filter(line -> lines.stream()
                            .anyMatch(other -> other.kind.equals(line.kind)
                                    && other.question.equals(question)
                                    && other.visits != null))
                    .toList();
        }

        private long sum(String question, @Nullable String answer) {
            return lines.stream()
                    .filter(line -> line.question.equals(question) && (answer == null || answer.equals(line.answer)))
                    .mapToLong(line -> line.visits == null ? 0 : line.visits)
                    .sum();
        }
    }

    public Mono<Told> told() {
        return database.sql("select kind, question, answer, visits from site.outcome")
                .map(row -> Map.entry(
                        new Cell(
                                row.get("kind", String.class),
                                row.get("question", String.class),
                                row.get("answer", String.class)),
                        row.get("visits", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(Outcomes::lines);
    }

    private static Told lines(Map<Cell, Long> known) {
        return new Told(Arrays.stream(Question.values())
                .flatMap(question -> question.kinds().stream().flatMap(kind -> question.answers().stream()
                        .map(answer -> new Cell(kind, question.word(), answer))))
                .map(cell -> new Line(cell.kind, cell.question, cell.answer, known.get(cell)))
                .toList());
    }
}
