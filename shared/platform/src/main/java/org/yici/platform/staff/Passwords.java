package org.yici.platform.staff;

import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Hashes and checks passwords on two threads of its own: a crowd at the door slows the door, not the house. */
@Component
final class Passwords implements DisposableBean {
    private static final int THREADS = 2;
    private static final int WAITING_PER_THREAD = 50;
    private static final int LONGEST = 72;
    /** Compared with when there is no such account, so that the answer takes as long as for a wrong password. */
    private static final String NOBODY = "{bcrypt}$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5BWX4Z1hB3ZpZkTz0n1bWkQOZq0aG";

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(10)));
    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING_PER_THREAD, "passwords");

    Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encoder.encode(password)).subscribeOn(scheduler);
    }

    /**
     * Whether this is the password, in the same time whether or not there is a hash to compare with.
     *
     * <p>Fails with {@link RejectedExecutionException} when too many wait already.
     */
    Mono<Boolean> matches(String password, @Nullable String hash) {
        boolean possible = hash != null && password.length() <= LONGEST;
        String tried = password.length() <= LONGEST ? password : "";
        return Mono.fromCallable(() -> encoder.matches(tried, hash == null ? NOBODY : hash) && possible)
                .subscribeOn(scheduler);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
