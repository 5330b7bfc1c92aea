package org.yici.disbursement.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.MemberId;
import org.yici.ledger.AidKind;
import org.yici.ledger.GrantCode;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;

/**
 * One request for a grant, from its filing to its end, with everything that happened to it.
 *
 * @param amount applied for
 * @param reason in the household's or the officer's words
 * @param since when it came into its state
 * @param notice its public notice, once posted
 * @param award once approved
 * @param consented does the household agree to being on the register?
 * @param steps its history, oldest first
 * @param file what lies beside it
 */
public record Application(
        ApplicationId id,
        HouseholdId household,
        MemberId member,
        AidKind kind,
        Money amount,
        String reason,
        ApplicationState state,
        Instant since,
        @Nullable Notice notice,
        @Nullable Award award,
        boolean consented,
        List<Step> steps,
        CaseFile file) {

    /** The notice as the case knows it. */
    public record Notice(String code, Instant endsAt) {}

    /** The award as the case knows it. */
    public record Award(UUID id, GrantCode grant, Money amount, String state) {}

    public Application {
        steps = List.copyOf(steps);
    }

    Application beginningWith(Step first) {
        return new Application(
                id,
                household,
                member,
                kind,
                amount,
                reason,
                state,
                since,
                notice,
                award,
                consented,
                List.of(first),
                file);
    }

    /** The same as the clock has it: a notice whose time is over has ended, whoever looks first. */
    public Application at(Instant now) {
        return isDue(now)
                ? after(Action.END_NOTICE, ApplicationState.NOTICE_ENDED, null, noticeEndsAt(), null, null)
                : this;
    }

    /** Has its notice ended by the clock while the case has not moved on yet? */
    boolean isDue(Instant now) {
        return state == ApplicationState.ON_NOTICE && !now.isBefore(noticeEndsAt());
    }

    Application after(
            Action action,
            ApplicationState to,
            @Nullable String actor,
            Instant at,
            @Nullable String note,
            @Nullable Money awarded) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(action, state, to, actor, at, note, awarded));
        return new Application(
                id, household, member, kind, amount, reason, to, at, notice, award, consented, longer, file);
    }

    /** The day whose standard judges it: that of the approval, or today while there is none. */
    LocalDate judgedOn(LocalDate today) {
        return steps.stream()
                .filter(step -> step.action() == Action.APPROVE)
                .map(step -> LocalDate.ofInstant(step.at(), ProgramClock.CHINA))
                .reduce(today, (first, last) -> last);
    }

    Application with(List<Step> history) {
        return new Application(
                id, household, member, kind, amount, reason, state, since, notice, award, consented, history, file);
    }

    Application with(CaseFile found) {
        return new Application(
                id, household, member, kind, amount, reason, state, since, notice, award, consented, steps, found);
    }

    /** Did that person have another part in this grant than {@code duty}? Work on its papers is a part. */
    public boolean hasOtherPart(String username, Duty duty) {
        Stream<Duty> taken = steps.stream()
                .filter(step -> username.equals(step.actor()))
                .map(step -> step.action().duty());
        Stream<Duty> onPapers = file.parts().stream()
                .filter(part -> part.username().equals(username))
                .map(CaseFile.Part::duty);
        return Stream.concat(taken, onPapers).anyMatch(earlier -> earlier != Duty.OBJECTION && earlier != duty);
    }

    /**
     * Did somebody who is declared related to the household take a step since it was filed, or filed again? Such a step does
     * not carry a decision. Before the review the case is sent back, and filed again by somebody unrelated; once it has passed
     * there is no way back in the table, so it is declined or withdrawn, and filed anew by people who are unrelated.
     */
    public boolean wasActedOnByRelated() {
        int filed = IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).to() == ApplicationState.SUBMITTED)
                .max()
                .orElse(0);
        return steps.stream()
                .skip(filed)
                .anyMatch(step -> step.actor() != null && file.related().contains(step.actor()));
    }

    /** Only where a notice has been posted. */
    public Instant noticeEndsAt() {
        return Objects.requireNonNull(notice, "no notice yet").endsAt();
    }

    /** The last day of the notice, which ends at 24:00 of it; as text, the same in every language. */
    public String lastNoticeDay() {
        return LocalDate.ofInstant(noticeEndsAt().minusMillis(1), ProgramClock.CHINA)
                .toString();
    }

    /** All of the money came back from the household: nobody waits for its receipt any more. */
    public boolean isGivenBack() {
        return state == ApplicationState.PAID && award != null && award.state().equals("RELEASED");
    }

    public Step lastStep() {
        return steps.get(steps.size() - 1);
    }

    @Override
    public String toString() {
        return "application " + id;
    }
}
