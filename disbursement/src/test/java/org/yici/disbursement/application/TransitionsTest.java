package org.yici.disbursement.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table is complete: every pair of a state and an action is written down here, and no other leads anywhere. */
class TransitionsTest {

    private static final List<String> ALL = List.of(
            "AWARDED DISMISS_OBJECTION AWARDED",
            "AWARDED END_NOTICE AWARDED",
            "AWARDED OBJECT AWARDED",
            "AWARDED POST_NOTICE AWARDED",
            "AWARDED RELEASE WITHDRAWN",
            "AWARDED SEND_PAYOUT PAYING",
            "AWARDED UPHOLD_OBJECTION REFUSED",
            "CONFIRMED DISMISS_OBJECTION CONFIRMED",
            "CONFIRMED END_NOTICE CONFIRMED",
            "CONFIRMED OBJECT CONFIRMED",
            "CONFIRMED POST_NOTICE CONFIRMED",
            "CONFIRMED UPHOLD_OBJECTION CONFIRMED",
            "NOTICE_ENDED APPROVE AWARDED",
            "NOTICE_ENDED DECLINE REFUSED",
            "NOTICE_ENDED WITHDRAW WITHDRAWN",
            "OBJECTED DISMISS_OBJECTION ON_NOTICE",
            "OBJECTED OBJECT OBJECTED",
            "OBJECTED UPHOLD_OBJECTION REFUSED",
            "ON_NOTICE END_NOTICE NOTICE_ENDED",
            "ON_NOTICE OBJECT OBJECTED",
            "ON_NOTICE WITHDRAW WITHDRAWN",
            "PAID CONFIRM_RECEIPT CONFIRMED",
            "PAID DISMISS_OBJECTION PAID",
            "PAID END_NOTICE PAID",
            "PAID OBJECT PAID",
            "PAID POST_NOTICE PAID",
            "PAID RETURN_PAYOUT AWARDED",
            "PAID UPHOLD_OBJECTION PAID",
            "PAYING CONFIRM_PAYOUT PAID",
            "PAYING DISMISS_OBJECTION PAYING",
            "PAYING END_NOTICE PAYING",
            "PAYING OBJECT PAYING",
            "PAYING POST_NOTICE PAYING",
            "PAYING RETURN_PAYOUT AWARDED",
            "PAYING UPHOLD_OBJECTION PAYING",
            "RETURNED RESUBMIT SUBMITTED",
            "RETURNED WITHDRAW WITHDRAWN",
            "REVIEWED APPROVE AWARDED",
            "REVIEWED POST_NOTICE ON_NOTICE",
            "REVIEWED WITHDRAW WITHDRAWN",
            "SUBMITTED PASS REVIEWED",
            "SUBMITTED REFUSE REFUSED",
            "SUBMITTED RETURN RETURNED",
            "SUBMITTED WITHDRAW WITHDRAWN");

    @Test
    void every_pair_of_state_and_action_leads_where_the_table_says_or_nowhere() {
        List<String> found = new ArrayList<>();
        for (ApplicationState from : ApplicationState.values()) {
            for (Action action : Action.values()) {
                Transitions.next(from, action).ifPresent(to -> found.add(from + " " + action + " " + to));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void every_state_can_be_reached_and_only_three_are_the_end() {
        Set<ApplicationState> reached = EnumSet.of(ApplicationState.SUBMITTED);
        Set<ApplicationState> ends = new TreeSet<>();
        for (ApplicationState from : ApplicationState.values()) {
            Transitions.open(from)
                    .forEach(
                            action -> reached.add(Transitions.next(from, action).orElseThrow()));
            if (Transitions.open(from).stream()
                    .allMatch(action -> Transitions.next(from, action).orElseThrow() == from)) {
                ends.add(from);
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ApplicationState.values());
        assertThat(ends)
                .containsExactly(ApplicationState.CONFIRMED, ApplicationState.REFUSED, ApplicationState.WITHDRAWN);
    }

    @Test
    void the_clock_and_the_public_have_their_own_steps_and_staff_have_all_others() {
        for (Action action : Action.values()) {
            boolean nobodys = action == Action.OBJECT || action == Action.END_NOTICE;
            assertThat(action.duty() == Duty.NOBODY).as(action.word()).isEqualTo(nobodys);
        }
    }
}
