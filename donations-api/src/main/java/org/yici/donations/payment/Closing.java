package org.yici.donations.payment;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import reactor.core.publisher.Mono;

/** Gives a gift up that will not be paid. Money that comes later all the same is still kept ({@link Confirming}). */
@Component
public final class Closing {

    private final DatabaseClient database;

    Closing(DatabaseClient database) {
        this.database = database;
    }

    /** True when the gift was pending and is closed now; a gift that is anything else stays as it is. */
    public Mono<Boolean> close(DonationId donation) {
        return database.sql("update donations.wish set status = 'CLOSED' where id = $1 and status = 'PENDING'")
                .bind(0, donation.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
