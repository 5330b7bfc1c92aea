package org.yici.disbursement.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.standard.Basis;
import org.yici.disbursement.standard.Facts;
import org.yici.disbursement.standard.Judgements;
import org.yici.ledger.Money;
import reactor.core.publisher.Mono;

/** The facts on which an application is judged: the one place that asks the register for them. */
@Component
public final class CaseFacts {

    private static final String ASKED = "select m.identity_index, b.expense, b.months,"
            + " (select string_agg(distinct s.category, ' ' order by s.category) from disbursement.category_spell s"
            + " where s.household = a.household and (s.member is null or s.member = a.member)"
            + " and s.since <= $2 and (s.until is null or s.until >= $2)) as categories,"
            + " (select count(*) from disbursement.member l where l.household = a.household and l.living) as people"
            + " from disbursement.application a"
            + " join disbursement.member m on m.id = a.member"
            + " left join disbursement.application_basis b on b.application = a.id where a.id = $1";

    /** The same person may be on register in two households, and one household has several people. */
    private static final String PAID_FIRST = "select exists (select from disbursement.application a"
            + " join disbursement.member m on m.id = a.member,"
            + " disbursement.paid_first f join disbursement.application o on o.id = f.application"
            + " join disbursement.member n on n.id = o.member"
            + " where a.id = $1 and o.id <> a.id"
            + " and (n.identity_index = m.identity_index or o.household = a.household)"
            + " and o.state not in ('REFUSED', 'WITHDRAWN') and not exists (select from disbursement.notice t"
            + " where t.application = o.id and (t.ended_at >= t.ends_at or t.ends_at <= $2))) as running";

    private final DatabaseClient database;
    private final Judgements judgements;

    CaseFacts(DatabaseClient database, Judgements judgements) {
        this.database = database;
        this.judgements = judgements;
    }

    private record Known(byte[] person, String categories, Basis basis) {}

    /** As they are on that day. */
    public Mono<Facts> on(LocalDate day, Application application) {
        UUID id = application.id().value();
        return known(day, application).flatMap(known -> judgements
                .given(known.person(), application.kind().word(), day, id)
                .map(given -> new Facts(known.basis(), known.categories(), given.thisYear(), given.ever())));
    }

    /** Was another grant of the person or the household paid before its notice, and has that not ended by now? */
    Mono<Boolean> anotherPaidFirst(Instant now, Application application) {
        return database.sql(PAID_FIRST)
                .bind(0, application.id().value())
                .bind(1, now)
                .map(row -> Columns.required(row, "running", Boolean.class))
                .one();
    }

    private Mono<Known> known(LocalDate day, Application application) {
        return database.sql(ASKED)
                .bind(0, application.id().value())
                .bind(1, day)
                .map(row -> new Known(
                        Columns.required(row, "identity_index", byte[].class),
                        Objects.requireNonNullElse(row.get("categories", String.class), ""),
                        new Basis(
                                application.amount(),
                                Money.ofFen(Objects.requireNonNullElse(row.get("expense", Long.class), 0L)),
                                Objects.requireNonNullElse(row.get("months", Integer.class), 0),
                                Math.max(1, Math.toIntExact(Columns.number(row, "people"))))))
                .one();
    }

    /** Keeps what the officer wrote down beside the amount; nothing where there is nothing. */
    Mono<Void> keep(ApplicationId id, @Nullable Money expense, @Nullable Integer months) {
        if (expense == null && months == null) {
            return Mono.empty();
        }
        GenericExecuteSpec call = database.sql("insert into disbursement.application_basis values ($1, $2, $3)")
                .bind(0, id.value());
        call = expense == null ? call.bindNull(1, Long.class) : call.bind(1, expense.fen());
        return (months == null ? call.bindNull(2, Integer.class) : call.bind(2, months)).then();
    }

    /** The same for another application of the same request. */
    Mono<Void> copy(ApplicationId from, ApplicationId to) {
        return database.sql("insert into disbursement.application_basis"
                        + " select $2, expense, months from disbursement.application_basis where application = $1")
                .bind(0, from.value())
                .bind(1, to.value())
                .then();
    }
}
