package org.yici.donations.payment;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.Donations;
import reactor.core.publisher.Mono;

/** Looks gifts up, many at a time: one round trip, however many there are. */
final class PaidGifts {

    private final DatabaseClient database;

    PaidGifts(DatabaseClient database) {
        this.database = database;
    }

    Mono<Map<DonationId, PaidGift>> find(Collection<DonationId> ids) {
        return database.sql("select " + Donations.COLUMNS + ", reference from donations.gifts_of($1)")
                .bind(0, ids.stream().map(DonationId::value).distinct().toArray(UUID[]::new))
                .map(row -> new PaidGift(Donations.donation(row), row.get("reference", String.class)))
                .all()
                .collectMap(gift -> gift.donation().id());
    }
}
