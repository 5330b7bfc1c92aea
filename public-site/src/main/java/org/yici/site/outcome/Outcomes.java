package org.yici.site.outcome;

import java.util.Arrays;
import java.util.Comparator;
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

    private static final String OTHERS = "OTHERS";

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

        /**
         * What was told of one question, each kind of aid ending with one line for all answers of which there was too little:
         * its answer is {@link #OTHERS}.
         */
        public List<Line> of(String question) {
            return lines.stream()
                    .filter(line -> line.question.equals(question) && isTold(line.kind, question))
                    .map(line -> line.visits == null ? new Line(line.kind, question, OTHERS, null) : line)
                    .distinct()
                    .sorted(Comparator.comparingInt((Line line) -> KINDS.indexOf(line.kind))
                            .thenComparing(line -> line.visits == null))
                    .toList();
        }

        private boolean isTold(String kind, String question) {
            return lines.stream()
                    .anyMatch(line -> line.kind.equals(kind) && line.question.equals(question) && line.visits != null);
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
