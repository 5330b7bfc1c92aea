package org.yici.standalone.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yici.platform.clock.ProgramClock;

/** The planned gifts by day, and what the provider owes for them each Monday. */
final class GiftDays {

    private final List<PlannedGift> gifts;

    /** @param gifts in the order of their time */
    GiftDays(List<PlannedGift> gifts) {
        this.gifts = gifts;
    }

    /** What is settled on a Monday at nine: all gifts since the Monday before. */
    record Settlement(String week, long fen) {}

    List<PlannedGift> between(Instant from, Instant until) {
        return gifts.subList(indexOf(from), indexOf(until));
    }

    Optional<Settlement> settlementOf(LocalDate day) {
        if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            return Optional.empty();
        }
        Instant until = officeOf(day);
        long fen = between(officeOf(day.minusWeeks(1)), until).stream()
                .mapToLong(PlannedGift::amount)
                .sum();
        return fen == 0 ? Optional.empty() : Optional.of(new Settlement(day.toString(), fen));
    }

    private static Instant officeOf(LocalDate day) {
        return day.atTime(9, 0).atZone(ProgramClock.CHINA).toInstant();
    }

    /** The first gift that is not before {@code at}. */
    private int indexOf(Instant at) {
        int low = 0;
        int high = gifts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (gifts.get(middle).at().isBefore(at)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
