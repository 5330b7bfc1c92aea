package org.yici.disbursement.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Mono;

/**
 * Tells one sender of objections from another for a day, so that a hostile one does not use up what everybody may send. An
 * address is known by its hash under a key of the day; the key is thrown away with the day, and with it all that it hashed.
 */
@Component
final class Senders {

    private static final int KEY_BYTES = 32;
    private static final String HASH = "HmacSHA256";

    private final DatabaseClient database;
    private final ProgramClock clock;
    private final long mostOfOne;
    private final SecureRandom random = new SecureRandom();

    Senders(DatabaseClient database, ProgramClock clock, @Value("${yici.objection.most-of-one}") long mostOfOne) {
        this.database = database;
        this.clock = clock;
        this.mostOfOne = mostOfOne;
    }

    /** Somebody, as far as today is concerned. */
    record Sender(LocalDate day, byte[] hash) {}

    Mono<Sender> known(String address) {
        LocalDate today = clock.today();
        return keyOf(today).map(key -> new Sender(today, hash(key, address)));
    }

    boolean areMany(long came) {
        return came >= mostOfOne;
    }

    /** How many this sender filed against the notice from {@code since} on. */
    Mono<Long> count(Notice notice, Sender sender, Instant since) {
        return database.sql("select count(*) as came from disbursement.objection_sender"
                        + " where notice = $1 and sender = $2 and at > $3")
                .bind(0, notice.code())
                .bind(1, sender.hash())
                .bind(2, Columns.utc(since))
                .map(row -> Columns.number(row, "came"))
                .one();
    }

    Mono<Void> add(Notice notice, Sender sender, Instant at) {
        return database.sql("insert into disbursement.objection_sender (day, notice, sender, at)"
                        + " values ($1, $2, $3, $4)")
                .bind(0, sender.day())
                .bind(1, notice.code())
                .bind(2, sender.hash())
                .bind(3, Columns.utc(at))
                .then();
    }

    /** Throws away the keys of days that are over, with what they hashed. */
    Mono<Void> forgetEarlierDays() {
        return database.sql("delete from disbursement.sender_key where day < $1")
                .bind(0, clock.today())
                .then();
    }

    /** The first of a day makes it; whoever comes at the same moment finds it. */
    private Mono<byte[]> keyOf(LocalDate day) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        return database.sql("insert into disbursement.sender_key values ($1, $2) on conflict do nothing")
                .bind(0, day)
                .bind(1, fresh)
                .then()
                .then(Mono.defer(() -> database.sql("select key from disbursement.sender_key where day = $1")
                        .bind(0, day)
                        .map(row -> Columns.required(row, "key", byte[].class))
                        .one()));
    }

    private static byte[] hash(byte[] key, String address) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(key, HASH));
            return mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
