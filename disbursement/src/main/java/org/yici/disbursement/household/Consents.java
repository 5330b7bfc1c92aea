package org.yici.disbursement.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What households agreed to. A consent that was taken back stays on file with its days. */
@Component
public final class Consents {

    private final DatabaseClient database;
    private final Seals seals;

    Consents(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    public enum Kind {
        /** To be kept on the register and helped by it. */
        REGISTER,
        /** To be compared with what departments know. */
        CROSS_CHECK
    }

    /** @param withdrawnOn null while it holds */
    public record Given(
            UUID id,
            Kind kind,
            NewHousehold.Consent.How how,
            LocalDate on,
            String recordedBy,
            @Nullable LocalDate withdrawnOn) {}

    public Flux<Given> of(HouseholdId household) {
        return database.sql("select id, kind, how, given_on, recorded_by, withdrawn_on from disbursement.consent"
                        + " where household = $1 order by given_on, kind desc, id")
                .bind(0, household.value())
                .map(row -> new Given(
                        Columns.id(row, "id"),
                        Kind.valueOf(Columns.text(row, "kind")),
                        NewHousehold.Consent.How.valueOf(Columns.text(row, "how")),
                        Columns.required(row, "given_on", LocalDate.class),
                        Columns.text(row, "recorded_by"),
                        row.get("withdrawn_on", LocalDate.class)))
                .all();
    }

    /** What the household agrees to now. */
    public Flux<Kind> standing(HouseholdId household) {
        return database.sql(
                        "select distinct kind from disbursement.consent where household = $1 and withdrawn_on is null")
                .bind(0, household.value())
                .map(row -> Kind.valueOf(Columns.text(row, "kind")))
                .all();
    }

    /** How many were taken back. */
    Mono<Integer> withdraw(HouseholdId household, List<Kind> kinds, String note, String username, Instant at) {
        return of(household)
                .filter(given -> given.withdrawnOn() == null && kinds.contains(given.kind()))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(given -> withdraw(given.id(), note, username, at))
                .reduce(0, (sum, one) -> sum + 1);
    }

    private Mono<Boolean> withdraw(UUID id, String note, String username, Instant at) {
        DatabaseClient.GenericExecuteSpec call = database.sql("update disbursement.consent set withdrawn_on = $2,"
                        + " withdrawn_by = $3, withdrawn_at = $4, withdrawal = $5 where id = $1")
                .bind(0, id)
                .bind(1, LocalDate.ofInstant(at, ProgramClock.CHINA))
                .bind(2, username)
                .bind(3, Columns.utc(at));
        return seals.bind(call, 4, note, "consent", id, "withdrawal").then().thenReturn(true);
    }

    /** Both kinds at once: the paper that households sign names both. */
    Mono<Void> add(HouseholdId household, NewHousehold.Consent consent, String username, Instant at) {
        return database.sql("insert into disbursement.consent (id, household, kind, how, given_on, recorded_by,"
                        + " recorded_at) select gen_random_uuid(), $1, k, $2, $3, $4, $5 from unnest($6) k")
                .bind(0, household.value())
                .bind(1, consent.how().name())
                .bind(2, consent.givenOn())
                .bind(3, username)
                .bind(4, Columns.utc(at))
                .bind(5, new String[] {Kind.REGISTER.name(), Kind.CROSS_CHECK.name()})
                .then();
    }
}
