package org.yici.donations.payment.refund;

import static org.yici.donations.payment.refund.RefundAct.APPROVE;
import static org.yici.donations.payment.refund.RefundAct.COME_BACK;
import static org.yici.donations.payment.refund.RefundAct.CONFIRM;
import static org.yici.donations.payment.refund.RefundAct.DECLINE;
import static org.yici.donations.payment.refund.RefundAct.DISPUTE;
import static org.yici.donations.payment.refund.RefundAct.FAIL;
import static org.yici.donations.payment.refund.RefundAct.LEAVE_TO_HAND;
import static org.yici.donations.payment.refund.RefundAct.PAY_BY_HAND;
import static org.yici.donations.payment.refund.RefundAct.PROPOSE;
import static org.yici.donations.payment.refund.RefundAct.SEND;
import static org.yici.donations.payment.refund.RefundAct.SEND_AGAIN;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSourceResolvable;

/** Where a refund stands. The words are public. This is the one table of what follows what; what is not here cannot happen. */
public enum RefundStatus implements MessageSourceResolvable {
    /** The donor has asked; nobody has said how much and why. */
    ASKED,
    /** One person has; a second one decides. */
    PROPOSED,
    /** Taken out of the fund; the provider is asked next. */
    APPROVED,
    /** The provider may have it, and has not said that it is done. */
    SENT,
    /** Taken out of the fund; a person pays it. */
    BY_HAND,
    /** The provider will not do it; a person decides how it goes on. The money is owed to the donor all the same. */
    FAILED,
    /** The donor has it. */
    DONE,
    DECLINED,
    /** The donor's bank took all of it back before it was sent: nothing is owed to the donor any more. */
    DISPUTED;

    private static final Map<RefundStatus, Map<RefundAct, RefundStatus>> TABLE = table();

    private static Map<RefundStatus, Map<RefundAct, RefundStatus>> table() {
        Map<RefundStatus, Map<RefundAct, RefundStatus>> table = new EnumMap<>(RefundStatus.class);
        table.put(ASKED, Map.of(PROPOSE, PROPOSED, DECLINE, DECLINED));
        table.put(PROPOSED, Map.of(PROPOSE, PROPOSED, APPROVE, APPROVED, DECLINE, DECLINED));
        table.put(APPROVED, Map.of(SEND, SENT, LEAVE_TO_HAND, BY_HAND, DISPUTE, DISPUTED));
        table.put(SENT, Map.of(SEND, SENT, CONFIRM, DONE, FAIL, FAILED));
        table.put(BY_HAND, Map.of(SEND_AGAIN, APPROVED, PAY_BY_HAND, DONE, DISPUTE, DISPUTED));
        table.put(FAILED, Map.of(SEND_AGAIN, APPROVED, PAY_BY_HAND, DONE, CONFIRM, DONE, DISPUTE, DISPUTED));
        table.put(DONE, Map.of(COME_BACK, FAILED));
        table.put(DECLINED, Map.of());
        table.put(DISPUTED, Map.of());
        return table;
    }

    /** The status after {@code act}; empty when the act has no place here. */
    public Optional<RefundStatus> after(RefundAct act) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(act));
    }

    /** Whether it waits for nobody any more. What is done may still come back, days later, from a donor's bank. */
    public boolean isFinished() {
        return this == DONE || this == DECLINED || this == DISPUTED;
    }

    /** What the donor reads of it: who has it on which desk is the office's own business. */
    public String donorWord() {
        return switch (this) {
            case ASKED, PROPOSED -> "LOOKED_AT";
            case APPROVED, SENT, BY_HAND, FAILED -> "ON_ITS_WAY";
            case DONE -> "DONE";
            case DECLINED -> "DECLINED";
            case DISPUTED -> "TAKEN_BACK";
        };
    }

    public String messageKey() {
        return "refund.status." + name();
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
