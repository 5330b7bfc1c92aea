package org.yici.disbursement.desk.bulk;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.ApplicationState;
import org.yici.platform.staff.StaffMember;

/**
 * A step that people want to take for many cases at once. Only steps that need no words of their own: to refuse somebody,
 * or to grant another amount than the standard's, one opens the case.
 */
public enum Act {
    PASS(Action.PASS, ApplicationState.SUBMITTED),
    POST_NOTICE(Action.POST_NOTICE, ApplicationState.REVIEWED),
    /** Each at the amount that the standard of the day comes to. */
    APPROVE(Action.APPROVE, ApplicationState.NOTICE_ENDED);

    private final Action action;
    private final ApplicationState from;

    Act(Action action, ApplicationState from) {
        this.action = action;
        this.from = from;
    }

    public static Optional<Act> of(@Nullable String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findAny();
    }

    /** Where the cases stand that it is for. */
    public ApplicationState from() {
        return from;
    }

    Action action() {
        return action;
    }

    public boolean isOf(StaffMember member) {
        return action.duty().roles().stream().anyMatch(member::has);
    }

    public String word() {
        return action.word();
    }

    public String messageKey() {
        return action.messageKey();
    }
}
