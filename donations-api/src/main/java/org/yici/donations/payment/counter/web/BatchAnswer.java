package org.yici.donations.payment.counter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.counter.BatchOffer;
import org.yici.donations.payment.counter.CounterBatch;
import org.yici.ledger.Money;
import org.yici.platform.facts.Wire;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Problem;

/**
 * A batch for programs of the staff.
 *
 * @param gifts how many of its lines are some; {@code refused} are none yet, {@code passedOver} never will be
 * @param total of the gifts
 * @param booked how many of the gifts are in the books; {@code held} cannot be for now
 * @param reading how far its sheet is read; left out when it was typed
 * @param errors why its sheet cannot be read; left out when it can
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BatchAnswer(
        String id,
        String state,
        String source,
        @Nullable String fileName,
        String enteredBy,
        String enteredAt,
        @Nullable String submittedAt,
        @Nullable String decidedBy,
        @Nullable String decidedAt,
        int gifts,
        int refused,
        int passedOver,
        Amount total,
        int booked,
        long held,
        @Nullable Reading reading,
        List<Problem.Field> errors,
        List<Next> next) {

    /** @param value fen */
    record Amount(long value, String currency) {}

    /** @param of the sheet's last row, about; left out while its file is not open */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reading(int row, @Nullable Integer of) {}

    /** @param reason the machine word why not */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Next(String action, boolean allowed, @Nullable String reason) {

        static Next of(BatchOffer offer) {
            return new Next(
                    offer.act(),
                    offer.obstacle().isEmpty(),
                    offer.obstacle().map(refusal -> refusal.reason().word()).orElse(null));
        }
    }

    static BatchAnswer of(CounterBatch batch, long held, List<Problem.Field> errors, StaffMember reader) {
        CounterBatch.Counts counts = batch.counts();
        CounterBatch.Reading reading = batch.reading();
        return new BatchAnswer(
                batch.id().toString(),
                batch.state().name(),
                batch.source().name(),
                batch.fileName(),
                batch.enteredBy(),
                Wire.time(batch.enteredAt()),
                time(batch.submittedAt()),
                batch.decidedBy(),
                time(batch.decidedAt()),
                counts.good(),
                counts.refused(),
                counts.passedOver(),
                new Amount(batch.total().fen(), Money.CURRENCY),
                counts.booked(),
                held,
                reading == null ? null : new Reading(reading.row(), reading.last()),
                errors,
                BatchOffer.of(batch, reader).stream().map(Next::of).toList());
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : Wire.time(at);
    }
}
