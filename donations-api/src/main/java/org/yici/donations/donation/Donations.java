package org.yici.donations.donation;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.campaign.Campaign;
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

    private static final HexFormat HEX = HexFormat.of();
    private static final long FIRST_ASKED_AFTER_MILLIS = 5_000;

    private final DatabaseClient database;
    private final DonorSeal seal;

    Donations(DatabaseClient database, DonorSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** A gift with the hash of the request that made it. */
    @SuppressWarnings("ArrayRecordComponent") // a hash that is only compared
    record Kept(String key, byte[] requestHash, Donation donation) {}

    public Mono<Donation> find(DonationId id) {
        return database.sql("select " + COLUMNS + " from donations.donation where id = $1")
                .bind(0, id.value())
                .map(Donations::donation)
                .one();
    }

    /** The gift of this token's receipt. */
    public Mono<Donation> find(ReceiptToken token) {
        return database.sql("select " + COLUMNS + " from donations.donation where token_hash = $1")
                .bind(0, token.hash())
                .map(Donations::donation)
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
        return database.sql("update donations.donation set ask_at = now() + interval '1 second'"
                        + " where id = $1 and status = 'PENDING' and ask_at > now() + interval '1 second'")
                .bind(0, donation.id().value())
                .then();
    }

    /** The name that a donor gave for the receipt; empty for an anonymous gift. */
    public Mono<String> nameOf(DonationId id) {
        return database.sql("select name from donations.donation where id = $1 and name is not null")
                .bind(0, id.value())
                .map(row -> seal.nameOf(id, requireNonNull(row.get("name", byte[].class))))
                .one();
    }

    /** Gifts by id, newest first, before an id; of one campaign or of all. For the staff's list. */
    public Flux<Donation> before(UUID last, UUID first, @Nullable String campaign, int limit) {
        var select = database.sql(
                        "select " + COLUMNS + " from donations.donation"
                                + " where id < $1 and id >= $2 and ($3::text is null or campaign = $3) order by id desc limit $4")
                .bind(0, last)
                .bind(1, first)
                .bind(3, limit);
        return (campaign == null ? select.bindNull(2, String.class) : select.bind(2, campaign))
                .map(Donations::donation)
                .all();
    }

    public Mono<Donation> findBySequence(long sequence) {
        return database.sql("select " + COLUMNS + " from donations.donation where sequence = $1")
                .bind(0, sequence)
                .map(Donations::donation)
                .one();
    }

    /** Writes wishes as arrays, in one statement; a key that is taken already keeps what it has. */
    Mono<Void> insert(DatabaseClient connection, List<Wish> wishes, Map<CampaignCode, Campaign> campaigns) {
        if (wishes.isEmpty()) {
            return Mono.empty();
        }
        List<DonorSeal.Sealed> sealed = wishes.stream()
                .map(wish -> seal.seal(wish.id(), wish.content()))
                .toList();
        return connection
                .sql("""
                        insert into donations.donation (id, campaign, fund, amount, method, status, place, anonymous, name,
                          phone, message, donor, token_hash, idempotency_key, request_hash, created_at, pay_until, ask_at)
                        select id, campaign, fund, amount, method, 'PENDING', place, anonymous, decode(name, 'hex'),
                          decode(phone, 'hex'), decode(message, 'hex'), decode(donor, 'hex'), decode(token_hash, 'hex'),
                          key, decode(request_hash, 'hex'), to_timestamp(created_at / 1000.0),
                          to_timestamp(pay_until / 1000.0), to_timestamp(ask_at / 1000.0)
                        from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::boolean[],
                          $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
                          $15::bigint[], $16::bigint[], $17::bigint[])
                          as wish (id, campaign, fund, amount, method, place, anonymous, name, phone, message, donor,
                            token_hash, key, request_hash, created_at, pay_until, ask_at)
                        on conflict (idempotency_key) do nothing
                        """)
                .bind(0, wishes.stream().map(w -> w.id().value()).toArray(UUID[]::new))
                .bind(1, texts(wishes, w -> w.content().campaign().value()))
                .bind(2, texts(wishes, w -> fundOf(w, campaigns).value()))
                .bind(3, numbers(wishes, w -> w.content().amount().fen()))
                .bind(4, texts(wishes, w -> w.content().method()))
                .bind(5, texts(wishes, w -> w.content().place()))
                .bind(6, sealed.stream().map(DonorSeal.Sealed::anonymous).toArray(Boolean[]::new))
                .bind(7, texts(sealed, s -> hex(s.name())))
                .bind(8, texts(sealed, s -> hex(s.phone())))
                .bind(9, texts(sealed, s -> hex(s.message())))
                .bind(10, texts(sealed, s -> hex(s.fingerprint())))
                .bind(11, texts(wishes, w -> hex(w.token().hash())))
                .bind(12, texts(wishes, w -> w.key().value()))
                .bind(13, texts(wishes, w -> hex(w.hash())))
                .bind(14, numbers(wishes, w -> w.at().toEpochMilli()))
                .bind(15, numbers(wishes, w -> w.wallTime().plus(w.timeToPay()).toEpochMilli()))
                .bind(16, numbers(wishes, w -> w.wallTime().toEpochMilli() + FIRST_ASKED_AFTER_MILLIS))
                .then();
    }

    Mono<Map<String, Kept>> byKeys(DatabaseClient connection, List<Wish> wishes) {
        return connection
                .sql("select idempotency_key, request_hash, " + COLUMNS
                        + " from donations.donation where idempotency_key = any($1)")
                .bind(0, texts(wishes, w -> w.key().value()))
                .map(row -> new Kept(
                        requireNonNull(row.get("idempotency_key", String.class)),
                        requireNonNull(row.get("request_hash", byte[].class)),
                        donation(row)))
                .all()
                .collectMap(Kept::key);
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

    private static FundCode fundOf(Wish wish, Map<CampaignCode, Campaign> campaigns) {
        return requireNonNull(campaigns.get(wish.content().campaign())).fund().code();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    private static <T> Long[] numbers(List<T> rows, Function<T, Long> part) {
        return rows.stream().map(part).toArray(Long[]::new);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HEX.formatHex(bytes);
    }
}
