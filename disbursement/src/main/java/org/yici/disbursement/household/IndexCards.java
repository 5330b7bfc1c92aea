package org.yici.disbursement.household;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives a card that was written down before there was a blind index of cards its index, and asks where two households have
 * the same. A batch is a transaction: a program that stops in between goes on where it stood, and several at once share the
 * work. A card that cannot be opened is left without, and named in the log by its household.
 */
@Component
class IndexCards {

    /** Whose name stands where nobody asked: the program's own. */
    static final StaffMember PROGRAM = new StaffMember("program", "program", Set.of());

    private static final Logger log = LoggerFactory.getLogger(IndexCards.class);
    private static final int BATCH = 200;

    private final DatabaseClient database;
    private final Transactions transactions;
    private final Seals seals;
    private final BlindIndex index;
    private final CardUse cardUse;
    private final ProgramClock clock;

    IndexCards(
            DatabaseClient database,
            Transactions transactions,
            Seals seals,
            BlindIndex index,
            CardUse cardUse,
            ProgramClock clock) {
        this.database = database;
        this.transactions = transactions;
        this.seals = seals;
        this.index = index;
        this.cardUse = cardUse;
        this.clock = clock;
    }

    /** @param index null where the card could not be opened */
    private record Card(UUID household, Instant registered, boolean living, byte @Nullable [] index) {}

    /** Up to where it has looked. */
    private record Place(Instant registered, UUID household) {
        static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    /** What a batch came to: how many it looked at, and how many got an index. */
    private record Batch(Place last, int looked, long indexed) {}

    /** Goes through all that have none; how many got one. */
    Mono<Long> all() {
        return batch(Place.START)
                .expand(done -> done.looked() < BATCH ? Mono.empty() : batch(done.last()))
                .map(Batch::indexed)
                .reduce(0L, Long::sum);
    }

    private Mono<Batch> batch(Place after) {
        return transactions
                .inOne(() -> cards(after).flatMap(cards -> Flux.fromIterable(cards)
                        .filter(card -> card.index() != null)
                        .concatMap(card -> write(card).thenReturn(card))
                        .concatMap(card -> ask(card).thenReturn(card))
                        .count()
                        .map(indexed -> Outcome.done(new Batch(last(cards, after), cards.size(), indexed)))))
                .map(outcome -> outcome.fold(done -> done, refusal -> {
                    throw new IllegalStateException("nothing to refuse: " + refusal);
                }));
    }

    private static Place last(List<Card> cards, Place after) {
        if (cards.isEmpty()) {
            return after;
        }
        Card last = cards.get(cards.size() - 1);
        return new Place(last.registered(), last.household());
    }

    /** The longest registered first, so that a question names who came later as who came later. */
    private Mono<List<Card>> cards(Place after) {
        return database.sql("select id, registered_at, living, card_number from disbursement.household"
                        + " where card_index is null and (registered_at, id) > ($1, $2) order by registered_at, id limit "
                        + BATCH + " for update skip locked")
                .bind(0, Columns.utc(after.registered()))
                .bind(1, after.household())
                .map(this::card)
                .all()
                .collectList();
    }

    private Card card(Readable row) {
        UUID id = Columns.id(row, "id");
        Instant registered = Columns.instant(row, "registered_at");
        boolean living = Columns.required(row, "living", Boolean.class);
        try {
            CardNumber number = CardNumber.of(seals.open(row, "household", id, "card_number"));
            return new Card(id, registered, living, number.index(index));
        } catch (IllegalStateException sealedForGood) {
            log.warn("The card of household {} cannot be opened; it gets no index", id);
            return new Card(id, registered, living, null);
        }
    }

    private Mono<Void> ask(Card card) {
        return card.living()
                ? cardUse.looked(PROGRAM, new HouseholdId(card.household()), clock.instant())
                : Mono.empty();
    }

    private Mono<Void> write(Card card) {
        byte[] found = card.index();
        return found == null
                ? Mono.empty()
                : database.sql("update disbursement.household set card_index = $2 where id = $1")
                        .bind(0, card.household())
                        .bind(1, found)
                        .then();
    }
}
