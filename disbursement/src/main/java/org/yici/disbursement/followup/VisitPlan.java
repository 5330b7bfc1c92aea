package org.yici.disbursement.followup;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * When people are visited, by programme. A plan that changes holds for what is awarded from then on: a visit follows the plan
 * of its award.
 */
@Component
public final class VisitPlan {

    private static final int MOST_DAYS = 730;

    private static final String NOW = "select p.* from disbursement.visit_plan p join disbursement.standard s"
            + " on s.code = p.kind where p.since = (select max(l.since) from disbursement.visit_plan l"
            + " where l.kind = p.kind and l.number = p.number) order by s.position, p.number";

    private final DatabaseClient database;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ProgramClock clock;

    VisitPlan(DatabaseClient database, Transactions transactions, AuditTrail audit, ProgramClock clock) {
        this.database = database;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param number which visit of the programme, from 1
     * @param days after the money arrived
     * @param termEnd at the first end of a school term from then on
     */
    public record Planned(String kind, int number, int days, boolean termEnd) {}

    /** As it holds for what is awarded now. */
    public Flux<Planned> all() {
        return database.sql(NOW).map(VisitPlan::planned).all();
    }

    private static Planned planned(Readable row) {
        return new Planned(
                Columns.text(row, "kind"),
                Columns.required(row, "number", Integer.class),
                Columns.required(row, "days", Integer.class),
                Columns.required(row, "term_end", Boolean.class));
    }

    /** A plan and from when it holds. */
    public record Dated(Planned plan, Instant since) {}

    /** All that there were, the newest of each first. */
    public Flux<Dated> history() {
        return database.sql("select p.* from disbursement.visit_plan p join disbursement.standard s on s.code = p.kind"
                        + " order by s.position, p.number, p.since desc")
                .map(row -> new Dated(planned(row), Columns.instant(row, "since")))
                .all();
    }

    public static boolean mayChange(StaffMember actor) {
        return actor.has(Role.ADMIN) || actor.has(Role.APPROVER);
    }

    /**
     * @return refused {@code role} or {@code not-found}
     * @throws InvalidInput where it is no number of days from 1 to 730
     */
    public Mono<Outcome<Integer>> change(StaffMember actor, String kind, int number, String days) {
        if (!mayChange(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        String typed = days.strip();
        if (!typed.matches("[1-9][0-9]{0,2}") || Integer.parseInt(typed) > MOST_DAYS) {
            throw InvalidInput.of("days", "input.visit.plan");
        }
        int meant = Integer.parseInt(typed);
        if (!kind.matches("[a-z-]+")) {
            return Mono.just(Outcome.refused(WebReason.NOT_FOUND));
        }
        return transactions.inOne(
                () -> database.sql("insert into disbursement.visit_plan (kind, number, days, term_end, since)"
                                + " select kind, number, $3, term_end, greatest($4, since + interval '1 microsecond')"
                                + " from disbursement.visit_plan where kind = $1 and number = $2"
                                + " order by since desc limit 1")
                        .bind(0, kind)
                        .bind(1, number)
                        .bind(2, meant)
                        .bind(3, Columns.utc(clock.instant()))
                        .fetch()
                        .rowsUpdated()
                        .flatMap(rows -> rows == 0
                                ? Mono.just(Outcome.<Integer>refused(WebReason.NOT_FOUND))
                                : audit.record(actor, "visit-plan-changed", kind + "/" + number, Map.of("days", meant))
                                        .thenReturn(Outcome.done(meant))));
    }
}
