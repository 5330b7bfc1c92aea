package org.yici.disbursement.phone;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.household.HouseholdId;
import org.yici.platform.privacy.BlindIndex;
import reactor.core.publisher.Mono;

/** Codes that were given out. Their digits are kept nowhere: a code is found by its blind index. */
@Component
final class ApplyCodes {

    private static final String PURPOSE = "apply-code";

    private final DatabaseClient database;
    private final BlindIndex index;

    ApplyCodes(DatabaseClient database, BlindIndex index) {
        this.database = database;
        this.index = index;
    }

    /** One open code a household: an earlier one that was not used is over. */
    Mono<Void> add(ApplyCode code, HouseholdId household, String issuedBy, Instant at, Instant expiresAt) {
        return database.sql("update disbursement.apply_code set revoked_at = $2"
                        + " where household = $1 and application is null and revoked_at is null")
                .bind(0, household.value())
                .bind(1, Columns.utc(at))
                .then()
                .then(database.sql("insert into disbursement.apply_code"
                                + " (id, code_index, household, issued_by, issued_at, expires_at)"
                                + " values ($1, $2, $3, $4, $5, $6)")
                        .bind(0, UUID.randomUUID())
                        .bind(1, index.of(PURPOSE, code.digits()))
                        .bind(2, household.value())
                        .bind(3, issuedBy)
                        .bind(4, Columns.utc(at))
                        .bind(5, Columns.utc(expiresAt))
                        .then());
    }

    Mono<KeptCode> find(ApplyCode code) {
        return database.sql("select * from disbursement.apply_code where code_index = $1")
                .bind(0, index.of(PURPOSE, code.digits()))
                .map(ApplyCodes::kept)
                .one();
    }

    /** The same, and until the end of the transaction nobody else files with it. */
    Mono<KeptCode> lock(UUID id) {
        return database.sql("select * from disbursement.apply_code where id = $1 for update")
                .bind(0, id)
                .map(ApplyCodes::kept)
                .one();
    }

    /** Counts one wrong try; by itself, so that no refusal takes it back. */
    Mono<Void> fail(UUID id) {
        return database.sql("update disbursement.apply_code set failures = failures + 1 where id = $1")
                .bind(0, id)
                .then();
    }

    Mono<Void> use(UUID id, ApplicationId application, Instant at) {
        return database.sql("update disbursement.apply_code set application = $2, used_at = $3"
                        + " where id = $1 and application is null")
                .bind(0, id)
                .bind(1, application.value())
                .bind(2, Columns.utc(at))
                .then();
    }

    private static KeptCode kept(Readable row) {
        @Nullable UUID application = row.get("application", UUID.class);
        return new KeptCode(
                Columns.id(row, "id"),
                new HouseholdId(Columns.id(row, "household")),
                Columns.text(row, "issued_by"),
                Columns.instant(row, "expires_at"),
                row.get("revoked_at") != null,
                Columns.required(row, "failures", Integer.class),
                application == null ? null : new ApplicationId(application));
    }
}
