package org.yici.platform.staff;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * Signing in and out. Only disbursement's database role may; every other service merely asks who holds a session.
 * A sign-in always makes a new token, so a cookie planted before it is worth nothing after it.
 */
@Component
public final class SignIn {
    /** Seconds after which a crowded door is worth another try. */
    private static final int CROWDED_SECONDS = 5;

    private final DatabaseClient database;
    private final Passwords passwords;
    private final Sessions sessions;

    SignIn(DatabaseClient database, Passwords passwords, Sessions sessions) {
        this.database = database;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** A person who has just signed in, and the token of the new session. */
    public record SignedIn(StaffMember member, SessionToken token) {}

    private record Credentials(@Nullable String passwordHash, boolean secondFactor, int secondsLocked) {}

    /**
     * Opens a session, or refuses with {@link StaffReason#WRONG_SIGN_IN}, which never says what was wrong, or with
     * {@link StaffReason#TOO_MANY_ATTEMPTS} and the seconds to wait. An account with a second factor is refused: it
     * cannot be checked yet, and a factor that is not checked protects nobody.
     */
    public Mono<Outcome<SignedIn>> with(String typedUsername, String password) {
        String username = typedUsername.strip().toLowerCase(Locale.ROOT);
        if (username.isEmpty() || username.length() > 200 || username.indexOf('\0') >= 0) {
            return Mono.just(Outcome.refused(StaffReason.WRONG_SIGN_IN));
        }
        return credentialsOf(username)
                .flatMap(known -> known.secondsLocked() > 0
                        ? Mono.just(tooMany(known.secondsLocked()))
                        : check(username, password, known))
                .onErrorResume(RejectedExecutionException.class, crowded -> Mono.just(tooMany(CROWDED_SECONDS)));
    }

    /** Ends the session at once, everywhere. Ending one that is over already is no error. */
    public Mono<Void> out(SessionToken token) {
        return sessions.close(token);
    }

    private Mono<Outcome<SignedIn>> check(String username, String password, Credentials known) {
        SessionToken token = SessionToken.fresh();
        return passwords
                .matches(password, known.passwordHash())
                .flatMap(right -> right && !known.secondFactor()
                        ? sessions.open(username, token)
                                .map(member -> Outcome.done(new SignedIn(member, token)))
                                .defaultIfEmpty(Outcome.refused(StaffReason.WRONG_SIGN_IN))
                        : noteFailure(username).thenReturn(Outcome.refused(StaffReason.WRONG_SIGN_IN)));
    }

    private Mono<Credentials> credentialsOf(String username) {
        return database.sql("select password_hash, second_factor, seconds_locked from staff.credentials_of(:username)")
                .bind("username", username)
                .map(row -> new Credentials(
                        row.get("password_hash", String.class),
                        Boolean.TRUE.equals(row.get("second_factor", Boolean.class)),
                        Objects.requireNonNull(row.get("seconds_locked", Integer.class))))
                .one();
    }

    private Mono<Void> noteFailure(String username) {
        return database.sql("select staff.note_failure(:username)")
                .bind("username", username)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static Outcome<SignedIn> tooMany(int seconds) {
        return Outcome.refused(StaffReason.TOO_MANY_ATTEMPTS, seconds);
    }
}
