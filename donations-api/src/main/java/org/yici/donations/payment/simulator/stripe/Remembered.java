package org.yici.donations.payment.simulator.stripe;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.simulator.Loopback;

/**
 * Answers by Idempotency-Key, as Stripe keeps them: the same request is answered the same and done once, another under the
 * same key is an error, and one that comes while the first is running is told so.
 */
final class Remembered {

    private final Map<String, Entry> byKey = new HashMap<>();

    private record Entry(String request, Loopback.@Nullable Answer answer) {}

    Loopback.Answer once(String key, String request, Supplier<Loopback.Answer> work) {
        return begin(key, request).orElseGet(() -> run(key, request, work));
    }

    /** Stripe forgets, after a day or more. */
    synchronized void forget() {
        byKey.clear();
    }

    private synchronized Optional<Loopback.Answer> begin(String key, String request) {
        Entry before = byKey.get(key);
        if (before == null) {
            byKey.put(key, new Entry(request, null));
            return Optional.empty();
        }
        if (!before.request().equals(request)) {
            throw new Declined(
                    400,
                    "idempotency_error",
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they were first used with.");
        }
        if (before.answer() == null) {
            throw new Declined(
                    409,
                    "idempotency_error",
                    "idempotency_key_in_use",
                    "There is currently another request in progress");
        }
        return Optional.of(before.answer());
    }

    /** What is declined has had no effect and is looked at afresh the next time. */
    private Loopback.Answer run(String key, String request, Supplier<Loopback.Answer> work) {
        Loopback.@Nullable Answer answer = null;
        try {
            answer = work.get();
            return answer;
        } finally {
            end(key, request, answer);
        }
    }

    private synchronized void end(String key, String request, Loopback.@Nullable Answer answer) {
        if (answer == null) {
            byKey.remove(key);
        } else {
            byKey.put(key, new Entry(request, answer));
        }
    }
}
