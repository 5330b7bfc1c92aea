package org.yici.disbursement.clawback;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSourceResolvable;

/**
 * Where a demand stands, beside the grant's own state. What is not in its table cannot happen, whoever asks:
 *
 * <pre>
 * NOTICED    correct → CORRECTED · demand → DEMANDED
 * DEMANDED   receive-part → RETURNING · receive-rest → RETURNED · waive → WAIVED
 * RETURNING  receive-part → RETURNING · receive-rest → RETURNED · waive → WAIVED
 * CORRECTED, RETURNED, WAIVED: the end
 * </pre>
 */
public enum ClawbackState implements MessageSourceResolvable {
    /** Asked to put it right by a day. */
    NOTICED,
    CORRECTED,
    /** Money is asked back. */
    DEMANDED,
    /** Some of it has come. */
    RETURNING,
    RETURNED,
    /** The rest is let go. */
    WAIVED;

    private static final Map<ClawbackAction, ClawbackState> COMES_BACK = Map.of(
            ClawbackAction.RECEIVE_PART, RETURNING,
            ClawbackAction.RECEIVE_REST, RETURNED,
            ClawbackAction.WAIVE, WAIVED);

    private static final Map<ClawbackState, Map<ClawbackAction, ClawbackState>> TABLE = Map.of(
            NOTICED, Map.of(ClawbackAction.CORRECT, CORRECTED, ClawbackAction.DEMAND, DEMANDED),
            DEMANDED, COMES_BACK,
            RETURNING, COMES_BACK);

    /** Where the action leads from here; empty where it is not open. */
    public Optional<ClawbackState> after(ClawbackAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(action));
    }

    /** What can happen here. */
    public Set<ClawbackAction> open() {
        return TABLE.getOrDefault(this, Map.of()).keySet();
    }

    public boolean isOver() {
        return !TABLE.containsKey(this);
    }

    public String messageKey() {
        return "clawback.state." + name();
    }

    /** As an argument of a sentence it is read in the reader's language. */
    @Override
    public String[] getCodes() {
        return new String[] {messageKey()};
    }

    @Override
    public String getDefaultMessage() {
        return name();
    }
}
