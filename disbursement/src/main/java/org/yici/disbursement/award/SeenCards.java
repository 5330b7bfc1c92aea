package org.yici.disbursement.award;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.household.Household;
import org.yici.platform.privacy.BlindIndex;
import reactor.core.publisher.Mono;

/**
 * The card that an approver saw, frozen with the award, and what became of the household's card since. A card that changed
 * afterwards is paid to once a second person has confirmed it; the database holds to that, too.
 */
@Component
public final class SeenCards {

    private static final String TABLE = "card_seen";

    private static final String STANDS = "select s.shown, h.card_by, h.card_at, c.by, c.at,"
            + " (s.holder, s.card_index) = (h.card_holder, coalesce(h.card_index, s.card_index)) as same"
            + " from disbursement.card_seen s join disbursement.award w on w.id = s.award"
            + " join disbursement.household h on h.id = w.household"
            + " left join lateral (select c.by, c.at from disbursement.card_confirmed c where c.household = h.id"
            + " and (c.holder, c.card_index) = (h.card_holder, h.card_index) and c.at >= h.card_at"
            + " order by c.at limit 1) c on true where s.award = $1";

    private final DatabaseClient database;
    private final Seals seals;
    private final BlindIndex index;

    SeenCards(DatabaseClient database, Seals seals, BlindIndex index) {
        this.database = database;
        this.seals = seals;
        this.index = index;
    }

    /**
     * A card that is another than the one that was approved.
     *
     * @param saw the one that the approver saw, by its last four digits
     * @param by who changed it
     * @param confirmedBy null while nobody else has confirmed it, as {@code confirmedAt}
     */
    public record Changed(
            String saw,
            String by,
            Instant at,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {

        /** Do two people know it? */
        public boolean isPayable() {
            return confirmedBy != null;
        }
    }

    Mono<Void> freeze(AwardId award, Household.BankCard card) {
        return seals.bind(
                        database.sql("insert into disbursement.card_seen (award, holder, card_index, shown)"
                                        + " values ($1, $2, $3, $4)")
                                .bind(0, award.value())
                                .bind(1, card.holder().id().value())
                                .bind(2, card.number().index(index)),
                        3,
                        card.number().masked(),
                        TABLE,
                        award,
                        "shown")
                .then();
    }

    /** Empty where the card is the one that was approved, or the award is older than that cards are kept with awards. */
    public Mono<Changed> changed(UUID award) {
        return database.sql(STANDS)
                .bind(0, award)
                .map(row -> Columns.required(row, "same", Boolean.class)
                        ? Optional.<Changed>empty()
                        : Optional.of(changed(award, row)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    private Changed changed(UUID award, Readable row) {
        return new Changed(
                seals.open(row, TABLE, award, "shown"),
                Columns.text(row, "card_by"),
                Columns.instant(row, "card_at"),
                row.get("by", String.class),
                Columns.instantOrNull(row, "at"));
    }
}
