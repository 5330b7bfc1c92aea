package org.yici.disbursement.application;

import static org.yici.disbursement.application.Action.*;
import static org.yici.disbursement.application.ApplicationState.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of an application's life: state × action → state. What is not here cannot happen, whoever asks. A test
 * holds it against the list of every pair.
 *
 * <pre>
 * SUBMITTED    pass → REVIEWED · return → RETURNED · refuse → REFUSED · withdraw → WITHDRAWN
 * RETURNED     resubmit → SUBMITTED · withdraw → WITHDRAWN
 * REVIEWED     post-notice → ON_NOTICE · withdraw → WITHDRAWN
 * ON_NOTICE    object → OBJECTED · end-notice → NOTICE_ENDED · withdraw → WITHDRAWN
 * OBJECTED     object → OBJECTED · dismiss-objection → ON_NOTICE · uphold-objection → REFUSED
 * NOTICE_ENDED approve → AWARDED · decline → REFUSED · withdraw → WITHDRAWN
 * AWARDED      send-payout → PAYING · release → WITHDRAWN
 * PAYING       confirm-payout → PAID · return-payout → AWARDED
 * PAID         confirm-receipt → CONFIRMED · return-payout → AWARDED
 * CONFIRMED, REFUSED, WITHDRAWN: the end
 * </pre>
 *
 * <p>Urgent hardship may be granted from REVIEWED and have its notice afterwards: approve → AWARDED; from there on, in AWARDED,
 * PAYING, PAID and CONFIRMED, post-notice, object, dismiss-objection, uphold-objection and end-notice lead nowhere else, but
 * for uphold-objection in AWARDED → REFUSED. {@link NoticeAfterwards} says for which grants.
 */
public final class Transitions {

    private static final Map<ApplicationState, Map<Action, ApplicationState>> TABLE = table();

    private Transitions() {}

    /** Where the action leads from there; empty where it is not open. */
    public static Optional<ApplicationState> next(ApplicationState from, Action action) {
        return Optional.ofNullable(from(from).get(action));
    }

    /** What can happen in that state. */
    public static Set<Action> open(ApplicationState state) {
        return from(state).keySet();
    }

    private static Map<Action, ApplicationState> from(ApplicationState state) {
        return TABLE.getOrDefault(state, Map.of());
    }

    private static Map<ApplicationState, Map<Action, ApplicationState>> table() {
        Map<ApplicationState, Map<Action, ApplicationState>> table = new EnumMap<>(ApplicationState.class);
        table.put(SUBMITTED, row(PASS, REVIEWED, RETURN, RETURNED, REFUSE, REFUSED, WITHDRAW, WITHDRAWN));
        table.put(RETURNED, row(RESUBMIT, SUBMITTED, WITHDRAW, WITHDRAWN));
        table.put(REVIEWED, row(POST_NOTICE, ON_NOTICE, APPROVE, AWARDED, WITHDRAW, WITHDRAWN));
        table.put(ON_NOTICE, row(OBJECT, OBJECTED, END_NOTICE, NOTICE_ENDED, WITHDRAW, WITHDRAWN));
        table.put(OBJECTED, row(OBJECT, OBJECTED, DISMISS_OBJECTION, ON_NOTICE, UPHOLD_OBJECTION, REFUSED));
        table.put(NOTICE_ENDED, row(APPROVE, AWARDED, DECLINE, REFUSED, WITHDRAW, WITHDRAWN));
        table.put(AWARDED, row(SEND_PAYOUT, PAYING, RELEASE, WITHDRAWN));
        table.put(PAYING, row(CONFIRM_PAYOUT, PAID, RETURN_PAYOUT, AWARDED));
        table.put(PAID, row(CONFIRM_RECEIPT, CONFIRMED, RETURN_PAYOUT, AWARDED));
        NoticeAfterwards.STATES.forEach(state -> noticeAfterwards(table, state));
        return table;
    }

    private static void noticeAfterwards(
            Map<ApplicationState, Map<Action, ApplicationState>> table, ApplicationState state) {
        Map<Action, ApplicationState> row = table.computeIfAbsent(state, any -> new EnumMap<>(Action.class));
        row.putAll(row(POST_NOTICE, state, OBJECT, state, DISMISS_OBJECTION, state, END_NOTICE, state));
        row.put(UPHOLD_OBJECTION, state == AWARDED ? REFUSED : state);
    }

    /** Pairs of an action and where it leads. */
    private static Map<Action, ApplicationState> row(Enum<?>... pairs) {
        Map<Action, ApplicationState> row = new EnumMap<>(Action.class);
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((Action) pairs[i], (ApplicationState) pairs[i + 1]);
        }
        return row;
    }
}
