package org.yici.disbursement.followup;

import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
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

/** When people are visited, by programme. What was visited stays as it was; what is still due follows the plan. */
@Component
public final class VisitPlan {

    private static final int MOST_DAYS = 730;

    private final DatabaseClient database;
    private final Transactions transactions;
    private final AuditTrail audit;

    VisitPlan(DatabaseClient database, Transactions transactions, AuditTrail audit) {
        this.database = database;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * @param number which visit of the programme, from 1
     * @param days after the money arrived
     * @param termEnd at the first end of a school term from then on
     */
    public record Planned(String kind, int number, int days, boolean termEnd) {}

    public Flux<Planned> all() {
        return database.sql("select p.* from disbursement.visit_plan p join disbursement.standard s on s.code = p.kind"
                        + " order by s.position, p.number")
                .map(row -> new Planned(
                        Columns.text(row, "kind"),
                        Columns.required(row, "number", Integer.class),
                        Columns.required(row, "days", Integer.class),
                        Columns.required(row, "term_end", Boolean.class)))
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
                () -> database.sql("update disbursement.visit_plan set days = $3 where kind = $1 and number = $2")
                        .bind(0, kind)
                        .bind(1, number)
                        .bind(2, meant)
                        .fetch()
                        .rowsUpdated()
                        .flatMap(rows -> rows == 0
                                ? Mono.just(Outcome.<Integer>refused(WebReason.NOT_FOUND))
                                : audit.record(actor, "visit-plan-changed", kind + "/" + number, Map.of("days", meant))
                                        .thenReturn(Outcome.done(meant))));
    }
}
