package org.yici.disbursement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.IdempotentRequests;
import org.yici.platform.web.IdempotentRequests.Answer;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A use case done once a key, in one transaction, whoever asks: a program, a form, or the demo's player. Key and content
 * belong together: what was asked is compared as it was understood, so blanks in a JSON text make no difference.
 */
@Component
public final class Once {

    private static final String THE_PUBLIC = "";
    private static final int CREATED = 201;

    private final IdempotentRequests requests;
    private final JsonMapper json = StrictJson.strict();

    Once(IdempotentRequests requests) {
        this.requests = requests;
    }

    /**
     * @param what the use case and what it is about, such as {@code review/4f…}: the same key for another act is refused
     * @param request what is asked, a record
     * @param type of the answer, a record that JSON can hold
     */
    public <T> Mono<Outcome<T>> run(
            StaffMember actor,
            IdempotencyKey key,
            String what,
            Object request,
            Class<T> type,
            Supplier<Mono<Outcome<T>>> work) {
        return run(actor.username(), key, what, request, type, work);
    }

    /** The same for anybody: keys of the public are one's own only by being unguessable. */
    public <T> Mono<Outcome<T>> runForThePublic(
            IdempotencyKey key, String what, Object request, Class<T> type, Supplier<Mono<Outcome<T>>> work) {
        return run(THE_PUBLIC, key, what, request, type, work);
    }

    private <T> Mono<Outcome<T>> run(
            String actor,
            IdempotencyKey key,
            String what,
            Object request,
            Class<T> type,
            Supplier<Mono<Outcome<T>>> work) {
        return requests.once(actor, key, hash(what, request), () -> Mono.defer(work)
                        .map(outcome -> outcome.map(done -> new Answer(CREATED, json.writeValueAsString(done)))))
                .map(outcome -> outcome.map(answer -> json.readValue(answer.json(), type)));
    }

    private byte[] hash(String what, Object request) {
        String text = what + "\n" + json.writeValueAsString(request);
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
