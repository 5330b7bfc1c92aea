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

    /** A total, the heading once more, a note. A total is told, since it may be somebody's row gone wrong. */
    record PassedOver(int row, boolean total) implements Piece {}
}
