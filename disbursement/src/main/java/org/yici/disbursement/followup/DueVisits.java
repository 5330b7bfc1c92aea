package org.yici.disbursement.followup;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.award.AwardId;
import org.yici.disbursement.household.HouseholdId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The visits that fall due, worked out from what was paid, the plan and the visits there were; nothing of it is kept. */
@Component
public final class DueVisits {

    private static final String SELECT =
            "select award, grant_code, application, household, kind, township, due from disbursement.due_visit";

    private final DatabaseClient database;

    DueVisits(DatabaseClient database) {
        this.database = database;
    }

    public record Due(
            UUID award,
            String grant,
            UUID application,
            HouseholdId household,
            String kind,
            String township,
            LocalDate day) {

        /** Whole days since it was due, 0 where it is in time. */
        public long late(LocalDate today) {
            return Math.max(0, ChronoUnit.DAYS.between(day, today));
        }

        /** To read on from here. */
        public String cursor() {
            return day + "." + award;
        }
    }

    /** The last line that was read. */
    public record After(LocalDate day, UUID award) {

        /** Empty where it is no {@link Due#cursor}. */
        public static Optional<After> parse(String typed) {
            String[] parts = typed.split("\\.", 2);
            try {
                LocalDate day = LocalDate.parse(parts[0]);
                return parts.length < 2
                        ? Optional.empty()
                        : Columns.parseId(parts[1]).map(award -> new After(day, award));
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }
    }

    /**
     * Oldest first.
     *
     * @param until the last day that is asked for
     * @param township null for all
     */
    public Flux<Due> list(LocalDate until, @Nullable String township, @Nullable After after, int limit) {
        if (township != null && township.chars().anyMatch(Character::isISOControl)) {
            return Flux.empty();
        }
        GenericExecuteSpec call = database.sql(SELECT + " where due <= $1 and ($2::text is null or township = $2)"
                        + " and ($3::date is null or (due, award) > ($3, $4::uuid)) order by due, award limit $5")
                .bind(0, until)
                .bind(4, limit);
        call = township == null ? call.bindNull(1, String.class) : call.bind(1, township);
        call = after == null
                ? call.bindNull(2, LocalDate.class).bindNull(3, UUID.class)
                : call.bind(2, after.day()).bind(3, after.award());
        return call.map(DueVisits::due).all();
    }

    /** Every award whose money is with its household, in the order of their codes, with the day on which it was paid. */
    public Flux<Due> paid(int limit) {
        return database.sql("select id as award, grant_code, application, household, kind, township,"
                        + " (paid_at at time zone 'Asia/Shanghai')::date as due from disbursement.award"
                        + " where state = 'PAID' order by grant_code limit $1")
                .bind(0, limit)
                .map(DueVisits::due)
                .all();
    }

    /** When that award's household is to be visited next; empty when no visit is planned. */
    public Mono<LocalDate> of(AwardId award) {
        return database.sql("select due from disbursement.due_visit where award = $1")
                .bind(0, award.value())
                .map(row -> Columns.required(row, "due", LocalDate.class))
                .one();
    }

    public Mono<Long> count(LocalDate until) {
        return database.sql("select count(*) as n from disbursement.due_visit where due <= $1")
                .bind(0, until)
                .map(row -> Columns.number(row, "n"))
                .one();
    }

    /** Where there is somebody to visit. */
    public Mono<List<String>> townships() {
        return database.sql("select distinct township from disbursement.due_visit order by township")
                .map(row -> Columns.text(row, "township"))
                .all()
                .collectList();
    }

    private static Due due(Readable row) {
        return new Due(
                Columns.id(row, "award"),
                Columns.text(row, "grant_code"),
                Columns.id(row, "application"),
                new HouseholdId(Columns.id(row, "household")),
                Columns.text(row, "kind"),
                Columns.text(row, "township"),
                Columns.required(row, "due", LocalDate.class));
    }
}
