package org.yici.disbursement.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
 * @param appeal what it appeals against, where it is an appeal
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
        @Nullable Appeal appeal,
        boolean consented,
        List<Step> steps,
        CaseFile file) {

    /**
     * The notice as the case knows it.
     *
     * @param down whether its list has come down: over for good, whatever a clock says
     * @param cutShort whether it came down before its end, since the household took its consent back
     * @param openObjections how many wait for an answer
     * @param upheld whether an objection was found right
     */
    public record Notice(
            String code, Instant endsAt, boolean down, boolean cutShort, long openObjections, boolean upheld) {}

    /**
     * @param of the application that was refused
     * @param deciders usernames of those who reviewed, decided or looked into objections there
     */
    public record Appeal(ApplicationId of, Set<String> deciders) {

        public Appeal {
            deciders = Set.copyOf(deciders);
        }
    }

    /** The award as the case knows it. */
    public record Award(UUID id, GrantCode grant, Money amount, String state) {

        private static final Set<String> OUT = Set.of("SENT", "PAID");
    }

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
                appeal,
                consented,
                List.of(first),
                file);
    }

    /** The same as the clock has it: a notice whose time is over has ended, whoever looks first. */
    public Application at(Instant now) {
        return isDue(now)
                ? after(
                        Action.END_NOTICE,
                        ApplicationState.NOTICE_ENDED,
                        null,
                        isCutShort() ? now : noticeEndsAt(),
                        null,
                        null)
                : this;
    }

    /** Did its notice come down before it had run its days? Then nothing is granted on it. */
    public boolean isCutShort() {
        return notice != null && notice.cutShort();
    }

    /** Has its notice ended by the clock while the case has not moved on yet? */
    boolean isDue(Instant now) {
        return state == ApplicationState.ON_NOTICE && (isNoticeDown() || !now.isBefore(noticeEndsAt()));
    }

    private boolean isNoticeDown() {
        return notice != null && notice.down();
    }

    /** A step that leads nowhere else does not begin the waiting anew. */
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
                id,
                household,
                member,
                kind,
                amount,
                reason,
                to,
                to == state ? since : at,
                notice,
                award,
                appeal,
                consented,
                longer,
                file);
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
                id, household, member, kind, amount, reason, state, since, notice, award, appeal, consented, history,
                file);
    }

    Application with(CaseFile found) {
        return new Application(
                id, household, member, kind, amount, reason, state, since, notice, award, appeal, consented, steps,
                found);
    }

    /** Did that person have another part in this grant than {@code duty}? Work on its papers and its cross-check is a part. */
    public boolean hasOtherPart(String username, Duty duty) {
        if (file.askers().contains(username) && (duty == Duty.APPROVAL || duty == Duty.PAYOUT)) {
            return true;
        }
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

    /** Was it granted before its notice? */
    public boolean isPaidFirst() {
        return steps.stream()
                .anyMatch(step -> step.action() == Action.APPROVE && step.from() == ApplicationState.REVIEWED);
    }

    /** Was an objection found right when the money was out already, and is it out still? Then it has to be claimed back. */
    public boolean isUpheldAfterPayment() {
        return notice != null && notice.upheld() && award != null && Award.OUT.contains(award.state());
    }

    /** Only where a notice has been posted. */
    public Instant noticeEndsAt() {
        return Objects.requireNonNull(notice, "no notice yet").endsAt();
    }

    /** The last day of the notice, which ends at 24:00 of it. */
    public LocalDate lastNoticeDay() {
        return LocalDate.ofInstant(noticeEndsAt().minusMillis(1), ProgramClock.CHINA);
    }

    /** Was it refused or withdrawn? Nothing more is done for it. */
    public boolean isOver() {
        return state == ApplicationState.REFUSED || state == ApplicationState.WITHDRAWN;
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
