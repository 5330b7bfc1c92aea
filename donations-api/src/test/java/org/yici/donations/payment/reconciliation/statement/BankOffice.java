package org.yici.donations.payment.reconciliation.statement;

import static org.yici.donations.World.done;
import static org.yici.donations.World.key;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.Giving;
import org.yici.donations.donation.NewDonation;
import org.yici.donations.payment.Confirming;
import org.yici.donations.payment.PaidNotice;
import org.yici.donations.payment.Settling;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;

/** One world for the tests of statements: what is in its books, and what became of it. Amounts are fresh, so that no test meets another's. */
final class BankOffice {

    static final World WORLD = World.with();

    private static final AtomicLong FRESH = new AtomicLong(100_003);

    final LocalDate today = WORLD.bean(ProgramClock.class).today();

    /** An amount that nobody else has. */
    long fen() {
        return FRESH.addAndGet(17);
    }

    String number() {
        return "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    /** A settlement of the sandbox's in the books; its journal. */
    long settled(long fen, String number) {
        takenIn(fen);
        return done(WORLD.bean(Settling.class).settle("sandbox", Money.ofFen(fen), number));
    }

    /** As long ago as the provider's bill says. */
    long settled(long fen, String number, LocalDate day) {
        long sequence = settled(fen, number);
        WORLD.number(
                "with line as (insert into donations.bill_line (provider, kind, theirs, fen, currency, at, day, matched)"
                        + " values ('sandbox', 'SETTLEMENT', '" + number + "', " + fen + ", 'CNY', '" + day
                        + "T12:00:00+08:00', '" + day + "', true) returning 1) select count(*) from line");
        return sequence;
    }

    /** The sandbox owes us so much more. */
    void takenIn(long fen) {
        WORLD.booked(WORLD.pending(fen));
    }

    /** A gift by transfer, as the counter books it; its journal. */
    long transferred(long fen, String reference) {
        CreatedDonation gift = done(WORLD.bean(Giving.class)
                .createAtCounter(
                        new NewDonation(
                                CampaignCode.of("daily-kindness"),
                                Money.ofFen(fen),
                                "bank",
                                null,
                                null,
                                new Donor.Anonymous(null)),
                        key(),
                        new byte[] {1}));
        return done(WORLD.bean(Confirming.class)
                        .confirm(new PaidNotice(gift.id(), "bank", Money.ofFen(fen), reference)))
                .sequence();
    }

    /** The fates of a statement's lines, in their order. */
    List<String> fates(StatementId id) {
        return WORLD.text("select string_agg(coalesce(fate, '-'), ' ' order by line) from donations.bank_line"
                        + " where statement = " + id)
                .map(fates -> List.of(fates.split(" ")))
                .orElse(List.of());
    }

    /** How many discrepancies of this kind about this are open. */
    long open(String kind, String subject) {
        return WORLD.number("select count(*) from donations.discrepancy where settled_at is null and kind = '" + kind
                + "' and subject = '" + subject + "'");
    }

    /** Everything that filing could change. */
    String everything() {
        return WORLD.number("select count(*) from donations.bank_statement") + " statements, "
                + WORLD.number("select count(*) from donations.bank_line") + " lines, "
                + WORLD.number("select count(fate) from donations.bank_line") + " filed, "
                + WORLD.number("select count(*) from donations.discrepancy") + " discrepancies, "
                + WORLD.number("select count(*) from ledger.journals") + " journals";
    }
}
