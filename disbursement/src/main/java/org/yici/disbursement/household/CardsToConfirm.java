package org.yici.disbursement.household;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Households whose card changed after an award that is still to be paid, and that nobody else has confirmed. Who may confirm
 * such a card says its last digits from the card itself, so they are not shown to that person before.
 */
@Component
public final class CardsToConfirm {

    private static final String WAIT = "select h.id, h.code, h.card_by, w.application from disbursement.card_seen s"
            + " join disbursement.award w on w.id = s.award and w.state in ('AWARDED', 'SENT', 'RETURNED')"
            + " join disbursement.household h on h.id = w.household and h.card_by is not null"
            + " where (s.holder, s.card_index) <> (h.card_holder, coalesce(h.card_index, s.card_index))"
            + " and not exists (select 1 from disbursement.card_confirmed c where c.household = h.id"
            + " and (c.holder, c.card_index) = (h.card_holder, h.card_index) and c.at >= h.card_at) order by h.card_at, w.id";

    private final DatabaseClient database;

    CardsToConfirm(DatabaseClient database) {
        this.database = database;
    }

    /** Whose card the reader may be the second person to know. */
    public Mono<Set<HouseholdId>> of(StaffMember reader) {
        return waiting(reader).map(Waiting::household).collect(Collectors.toUnmodifiableSet());
    }

    /** The same with the cases that are to be paid there; a household of two such cases is told twice. */
    public Flux<Waiting> waiting(StaffMember reader) {
        return database.sql(WAIT)
                .map(row -> new Waiting(
                        new HouseholdId(Columns.id(row, "id")),
                        Columns.text(row, "code"),
                        Columns.id(row, "application"),
                        Columns.text(row, "card_by")))
                .all()
                .filter(waiting -> ConfirmCard.mayConfirm(reader, waiting.by()));
    }

    /** @param by who changed the card */
    public record Waiting(HouseholdId household, String code, UUID application, String by) {}
}
