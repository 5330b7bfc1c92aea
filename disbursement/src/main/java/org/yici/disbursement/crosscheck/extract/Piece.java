package org.yici.disbursement.crosscheck.extract;

import java.util.List;

/** What comes out of an extract, row by row. */
sealed interface Piece {

    record Kept(ExtractRow row) implements Piece {}

    record Refused(int row, List<RowProblem> problems) implements Piece {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** A total, the heading once more, a note. */
    record PassedOver(int row) implements Piece {}
}
