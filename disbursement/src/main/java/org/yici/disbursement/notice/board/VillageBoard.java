package org.yici.disbursement.notice.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.platform.clock.ProgramClock;

/**
 * What hangs on one board: the running notices of a village, or of those villages of a township that are not named.
 *
 * @param village null where the sheet names its township only
 */
public record VillageBoard(String township, @Nullable String village, List<Line> lines) {

    /**
     * One notice, as masked as on the public list.
     *
     * @param amount in fen, as applied for, or as granted where it was paid first
     * @param objected whether somebody objected and that is open
     */
    public record Line(
            String notice, String name, String kind, long amount, Instant postedAt, Instant endsAt, boolean objected) {

        /** It ends at the midnight behind it. For the template. */
        public Instant lastMoment() {
            return endsAt.minusMillis(1);
        }

        LocalDate lastDay() {
            return LocalDate.ofInstant(lastMoment(), ProgramClock.CHINA);
        }
    }

    public VillageBoard {
        lines = List.copyOf(lines);
    }

    public Instant from() {
        return lines.stream().map(Line::postedAt).min(Instant::compareTo).orElseThrow();
    }

    public LocalDate until() {
        return lines.stream().map(Line::lastDay).max(LocalDate::compareTo).orElseThrow();
    }

    boolean isOf(String otherTownship, @Nullable String otherVillage) {
        return township.equals(otherTownship)
                && (village == null ? otherVillage == null : village.equals(otherVillage));
    }
}
