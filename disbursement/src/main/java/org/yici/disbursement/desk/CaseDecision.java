package org.yici.disbursement.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.letter.Delivery;
import org.yici.disbursement.letter.Letter;
import org.yici.disbursement.letter.Letters;
import org.yici.disbursement.notice.Objection;
import org.yici.disbursement.notice.ObjectionDays;

/**
 * What the page of a case says of its notice and its letter. Public methods are for the template.
 *
 * @param noticeDue until when the notice of a grant that was paid first has to hang; null where it was not
 * @param appealedBy the appeal against it, if there is one
 * @param appealUntil the last day for one, once the letter came
 */
record CaseDecision(
        Application application,
        LocalDate today,
        ObjectionDays days,
        @Nullable LocalDate noticeDue,
        List<Delivery> deliveries,
        @Nullable String appealedBy,
        @Nullable LocalDate appealUntil,
        boolean mayRead,
        boolean mayAppeal) {

    CaseDecision {
        deliveries = List.copyOf(deliveries);
    }

    /** The notice of a grant that was paid first is still to be posted. */
    public boolean owesNotice() {
        return noticeDue != null
                && application.notice() == null
                && Letters.kind(application).isPresent()
                && isOut();
    }

    private boolean isOut() {
        Application.Award award = application.award();
        return award != null && !"RELEASED".equals(award.state());
    }

    /** In whole days; 0 where it is in time. */
    public long noticeLate() {
        return noticeDue == null ? 0 : late(noticeDue);
    }

    public boolean toClawBack() {
        return application.isUpheldAfterPayment();
    }

    public LocalDate due(Objection objection) {
        return days.due(objection.at());
    }

    public long late(Objection objection) {
        return late(due(objection));
    }

    private long late(LocalDate due) {
        return Math.max(0, ChronoUnit.DAYS.between(due, today));
    }

    public boolean hasLetter() {
        return mayRead && Letters.kind(application).isPresent();
    }

    /** Is its letter still to be delivered, or may the household appeal? */
    public boolean waits() {
        return canAppeal() || hasLetter() && deliveries.isEmpty();
    }

    /** Only a refusal is appealed against, once, and not when it judged an appeal itself. */
    public boolean canAppeal() {
        return mayAppeal
                && Letters.kind(application)
                        .filter(kind -> kind == Letter.Kind.REFUSAL)
                        .isPresent()
                && application.appeal() == null
                && appealedBy == null
                && (appealUntil == null || !today.isAfter(appealUntil));
    }

    /** The case that was refused, where this one appeals against it. */
    public @Nullable String appealOf() {
        Application.Appeal appeal = application.appeal();
        return appeal == null ? null : appeal.of().toString();
    }
}
