package org.yici.disbursement.application;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;

/**
 * Somebody wants to take a step: everything that the policies look at, and nothing else.
 *
 * @param application as it stands now, the clock's steps included
 * @param actor null for the clock and the public
 * @param terms of an approval, null for every other step
 */
public record Attempt(
        Application application,
        Action action,
        @Nullable StaffMember actor,
        Instant now,
        @Nullable Terms terms) {

    public static Attempt of(Application application, Action action, StaffMember actor, Instant now) {
        return new Attempt(application, action, actor, now, null);
    }

    public static Attempt ofThePublic(Application application, Action action, Instant now) {
        return new Attempt(application, action, null, now, null);
    }

    public Attempt on(Terms terms) {
        return new Attempt(application, action, actor, now, terms);
    }

    /** Why terms go beyond what one person may be given: asked again once nobody else can give. */
    public static Optional<Refusal> limits(Terms terms) {
        return Policy.limits(terms);
    }

    /** The first reason against it. */
    public Optional<Refusal> obstacle() {
        return Arrays.stream(Policy.values())
                .flatMap(policy -> policy.against(this).stream())
                .findFirst();
    }

    /** Pure: where the step leads, or why it may not be taken. */
    public Outcome<ApplicationState> decide() {
        return obstacle()
                .map(Outcome::<ApplicationState>refused)
                .orElseGet(() -> Outcome.done(
                        Transitions.next(application.state(), action).orElseThrow()));
    }
}
