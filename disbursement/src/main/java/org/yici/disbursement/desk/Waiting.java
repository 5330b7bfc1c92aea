package org.yici.disbursement.desk;

import static org.yici.disbursement.application.ApplicationState.*;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;

/** Whose work each state is, and how many days it should wait at most. The days are the county's custom, not a law. */
final class Waiting {

    private static final Map<Role, Set<ApplicationState>> WORK = Map.of(
            Role.INTAKE, Set.of(RETURNED, PAID),
            Role.REVIEWER, Set.of(SUBMITTED, REVIEWED, OBJECTED),
            Role.APPROVER, Set.of(REVIEWED, NOTICE_ENDED, OBJECTED),
            Role.CASHIER, Set.of(AWARDED, PAYING));

    private static final Map<ApplicationState, Integer> DAYS = new EnumMap<>(Map.of(
            SUBMITTED, 5, RETURNED, 10, REVIEWED, 2, OBJECTED, 5, NOTICE_ENDED, 3, AWARDED, 3, PAYING, 3, PAID, 15));

    static final List<ApplicationState> UNDER_WAY =
            List.of(SUBMITTED, RETURNED, REVIEWED, ON_NOTICE, OBJECTED, NOTICE_ENDED, AWARDED, PAYING, PAID);

    static final Set<ApplicationState> ON_NOTICE_NOW = Set.of(ON_NOTICE, OBJECTED);

    static final List<ApplicationState> OVER = List.of(CONFIRMED, REFUSED, WITHDRAWN);

    private Waiting() {}

    /** The lists of the desk. */
    enum Lists {
        MINE,
        NOTICE,
        OTHERS,
        /** Past its date, whoever it waits for: nobody has to be told by a colleague. */
        LATE,
        DONE;

        static Lists of(@Nullable String word) {
            for (Lists list : values()) {
                if (list.word().equals(word)) {
                    return list;
                }
            }
            return MINE;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Set<ApplicationState> workOf(StaffMember member) {
        Set<ApplicationState> states = new TreeSet<>();
        member.roles().forEach(role -> states.addAll(WORK.getOrDefault(role, Set.of())));
        return states;
    }

    /** The last good day; null where nobody is waited for. */
    static @Nullable LocalDate due(Application application) {
        Integer days = DAYS.get(application.state());
        return days == null
                ? null
                : LocalDate.ofInstant(application.since(), ProgramClock.CHINA).plusDays(days);
    }
}
