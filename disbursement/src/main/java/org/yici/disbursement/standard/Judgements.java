package org.yici.disbursement.standard;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How each award was judged, and what a person was given before. Only ever added to. */
@Component
public final class Judgements {

    private static final ZoneId CHINA = ProgramClock.CHINA;

    private final DatabaseClient database;

    Judgements(DatabaseClient database) {
        this.database = database;
    }

    /** What a person was awarded under a programme in the year of a day, and ever. */
    public record Given(Money thisYear, Money ever) {}

    /** A judgement with the award that came of it. */
    public record Judged(UUID award, String grant, String standard, Judgement judgement) {}

    /**
     * @param person blind index
     * @param except the application that is being judged
     */
    public Mono<Given> given(byte[] person, String kind, LocalDate day, UUID except) {
        return database.sql(
                        "select coalesce(sum(amount - returned) filter (where awarded_at >= $3), 0)::bigint as this_year,"
                                + " coalesce(sum(amount - returned), 0)::bigint as ever from disbursement.award"
                                + " where person = $1 and kind = $2 and state <> 'RELEASED' and application <> $4")
                .bind(0, person)
                .bind(1, kind)
                .bind(2, Columns.utc(day.withDayOfYear(1).atStartOfDay(CHINA).toInstant()))
                .bind(3, except)
                .map(row -> new Given(money(row, "this_year"), money(row, "ever")))
                .one();
    }

    public Mono<Void> add(UUID award, Judgement judgement) {
        Facts facts = judgement.facts();
        Basis basis = facts.basis();
        return database.sql("insert into disbursement.judgement (award, version, day, asked, expense, months, people,"
                        + " category, this_year, ever, computed, awarded)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)")
                .bind(0, award)
                .bind(1, judgement.version())
                .bind(2, judgement.day())
                .bind(3, basis.asked().fen())
                .bind(4, basis.expense().fen())
                .bind(5, basis.months())
                .bind(6, basis.people())
                .bind(7, facts.categories())
                .bind(8, facts.givenThisYear().fen())
                .bind(9, facts.givenEver().fen())
                .bind(10, judgement.computed().fen())
                .bind(11, judgement.awarded().fen())
                .then();
    }

    /** Every decision there is, oldest first. */
    public Flux<Judged> all() {
        return database.sql("select j.*, w.grant_code, w.kind from disbursement.judgement j"
                        + " join disbursement.award w on w.id = j.award order by w.awarded_at, w.id")
                .map(row -> new Judged(
                        Columns.id(row, "award"),
                        Columns.text(row, "grant_code"),
                        Columns.text(row, "kind"),
                        judgement(row)))
                .all();
    }

    /** How that award was judged. */
    public Mono<Judgement> find(UUID award) {
        return database.sql("select * from disbursement.judgement where award = $1")
                .bind(0, award)
                .map(Judgements::judgement)
                .one();
    }

    private static Judgement judgement(Readable row) {
        Basis basis = new Basis(
                money(row, "asked"),
                money(row, "expense"),
                Columns.required(row, "months", Integer.class),
                Columns.required(row, "people", Integer.class));
        return new Judgement(
                Columns.id(row, "version"),
                Columns.required(row, "day", LocalDate.class),
                new Facts(basis, Columns.text(row, "category"), money(row, "this_year"), money(row, "ever")),
                money(row, "computed"),
                money(row, "awarded"));
    }

    private static Money money(Readable row, String column) {
        return Money.ofFen(Columns.number(row, column));
    }
}
