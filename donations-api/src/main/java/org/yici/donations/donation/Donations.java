package org.yici.donations.donation;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The gifts on file. */
@Component
public final class Donations {

    /** The columns of {@link #donation}. */
    public static final String COLUMNS =
            "id, campaign, fund, amount, method, status, place, created_at, paid_at, sequence";

    private final DatabaseClient database;
    private final DonorSeal seal;
    private final ReceiptTokens tokens;

    Donations(DatabaseClient database, DonorSeal seal, ReceiptTokens tokens) {
        this.database = database;
        this.seal = seal;
        this.tokens = tokens;
    }

    public Mono<Donation> find(DonationId id) {
        return database.sql("select " + COLUMNS + " from donations.gift where id = $1")
                .bind(0, id.value())
                .map(Donations::donation)
                .one();
    }

    /** The gift of this token's receipt. */
    public Mono<Donation> find(ReceiptToken token) {
        return Mono.justOrEmpty(tokens.idOf(token))
                .switchIfEmpty(Mono.defer(() -> earlier(token)))
                .flatMap(this::find);
    }

    private Mono<DonationId> earlier(ReceiptToken token) {
        return database.sql("select id from donations.earlier_token where token_hash = $1")
                .bind(0, token.hash())
                .map(row -> new DonationId(requireNonNull(row.get("id", UUID.class))))
                .one();
    }

    /** The gift, if this is the token of its receipt. */
    public Mono<Donation> find(DonationId id, ReceiptToken token) {
        return find(token).filter(donation -> donation.id().equals(id));
    }

    /**
     * Somebody is looking at a gift that is not paid yet: its provider is asked within a second or two, however long ago
     * it was asked for. Changes nothing for any other gift.
     */
    public Mono<Void> askSoon(Donation donation) {
        if (donation.status() != DonationStatus.PENDING) {
            return Mono.empty();
        }
        return database.sql("update donations.wish set ask_at = now() + interval '1 second'"
                        + " where id = $1 and status = 'PENDING' and ask_at > now() + interval '1 second'")
                .bind(0, donation.id().value())
                .then();
    }

    /** The name that a donor gave for the receipt; empty for an anonymous gift. */
    public Mono<String> nameOf(DonationId id) {
        return database.sql("select name from donations.gift where id = $1 and name is not null")
                .bind(0, id.value())
                .map(row -> seal.nameOf(id, requireNonNull(row.get("name", byte[].class))))
                .one();
    }

    /** Gifts by id, newest first, before an id; of one campaign or of all. For the staff's list. */
    public Flux<Donation> before(UUID last, UUID first, @Nullable String campaign, int limit) {
        var select = database.sql("select " + COLUMNS + " from donations.gifts_before($1, $2, $3, $4)")
                .bind(0, last)
                .bind(1, first)
                .bind(3, limit);
        return (campaign == null ? select.bindNull(2, String.class) : select.bind(2, campaign))
                .map(Donations::donation)
                .all();
    }

    public Mono<Donation> findBySequence(long sequence) {
        return database.sql("select " + COLUMNS + " from donations.gift where id = donations.gift_of_journal($1)")
                .bind(0, sequence)
                .map(Donations::donation)
                .one();
    }

    /** Reads a row that was selected with {@link #COLUMNS}. */
    public static Donation donation(Readable row) {
        return new Donation(
                new DonationId(requireNonNull(row.get("id", UUID.class))),
                CampaignCode.of(requireNonNull(row.get("campaign", String.class))),
                FundCode.of(requireNonNull(row.get("fund", String.class))),
                Money.ofFen(requireNonNull(row.get("amount", Long.class))),
                requireNonNull(row.get("method", String.class)),
                DonationStatus.valueOf(requireNonNull(row.get("status", String.class))),
                row.get("place", String.class),
                requireNonNull(instant(row, "created_at")),
                instant(row, "paid_at"),
                row.get("sequence", Long.class));
    }

    private static @Nullable Instant instant(Readable row, String name) {
        OffsetDateTime at = row.get(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
