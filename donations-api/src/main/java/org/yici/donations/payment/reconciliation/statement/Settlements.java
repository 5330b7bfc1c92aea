package org.yici.donations.payment.reconciliation.statement;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.reconciliation.statement.match.BookedSettlement;
import org.yici.donations.payment.reconciliation.statement.match.BookedTransfer;
import reactor.core.publisher.Flux;

/** What our books have taken into the bank account, or to the counter by transfer, that no line of a statement stands for yet. */
@Component
class Settlements {

    /**
     * A settlement goes by its key, settlement/{provider}/{number}: a range of the one index that every journal is in. One that
     * came back to its provider is nothing that the bank has to show.
     */
    private static final String UNMATCHED = """
            select j.sequence, k.provider, k.number, j.amount,
              (coalesce(b.at, j.at) at time zone 'Asia/Shanghai')::date as day,
              exists (select from donations.discrepancy d where d.kind = 'settlement-not-at-bank'
                      and d.provider = k.provider and d.subject = k.number) as missed
            from ledger.journals j
            cross join lateral (select split_part(j.key, '/', 2) as provider,
                                       substr(j.key, length('settlement/' || split_part(j.key, '/', 2) || '/') + 1) as number) k
            left join donations.bill_line b on b.provider = k.provider and b.kind = 'SETTLEMENT' and b.theirs = k.number
            where j.key >= 'settlement/' and j.key < 'settlement0'
              and not exists (select from donations.bank_line l where l.settlement = j.sequence)
              and not exists (select from ledger.journals r
                              where r.key = 'settlement-returned/' || k.provider || '/' || k.number)
            order by j.sequence
            """;

    private static final String TRANSFERS = """
            select d.sequence, d.reference, d.amount from donations.donation d
            where d.method = 'bank' and d.reference = any($1)
              and not exists (select from donations.bank_line l where l.gift = d.sequence)
            order by d.sequence
            """;

    private final DatabaseClient database;

    Settlements(DatabaseClient database) {
        this.database = database;
    }

    Flux<BookedSettlement> unmatched() {
        return database.sql(UNMATCHED)
                .map(row -> new BookedSettlement(
                        number(row, "sequence"),
                        text(row, "provider"),
                        text(row, "number"),
                        number(row, "amount"),
                        requireNonNull(row.get("day", LocalDate.class)),
                        Boolean.TRUE.equals(row.get("missed", Boolean.class))))
                .all();
    }

    /** Gifts by transfer that go by one of these numbers of the bank. */
    Flux<BookedTransfer> transfers(Collection<String> numbers) {
        return database.sql(TRANSFERS)
                .bind(0, numbers.toArray(String[]::new))
                .map(row -> new BookedTransfer(number(row, "sequence"), text(row, "reference"), number(row, "amount")))
                .all();
    }

    private static long number(Readable row, String name) {
        return requireNonNull(row.get(name, Long.class));
    }

    private static String text(Readable row, String name) {
        return requireNonNull(row.get(name, String.class));
    }
}
