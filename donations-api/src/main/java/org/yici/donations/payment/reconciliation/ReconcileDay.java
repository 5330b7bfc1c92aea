package org.yici.donations.payment.reconciliation;

import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.order.Bill;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a provider's bill of a day. Lines are filed in pieces, each with the fees in it, in one transaction; what is not plainly
 * what we know is settled line by line afterwards ({@link SettleLine}), from what is on file: a line whose settling was cut short
 * is settled the next time, and the day counts as read only then. Reading a bill again adds what is new and changes
 * nothing else.
 */
@Component
class ReconcileDay {

    private static final Logger log = LoggerFactory.getLogger(ReconcileDay.class);
    private static final int AT_ONCE = 1_000;

    private final Bills bills;
    private final Fees fees;
    private final SettleLine settling;
    private final Transactions transactions;
    private final ProgramClock clock;

    ReconcileDay(Bills bills, Fees fees, SettleLine settling, Transactions transactions, ProgramClock clock) {
        this.bills = bills;
        this.fees = fees;
        this.settling = settling;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Refused when the provider has no bill of this day yet. */
    Mono<Outcome<Bill>> run(PaymentProvider provider, LocalDate day) {
        return provider.bill(day)
                .flatMap(
                        outcome -> outcome.fold(bill -> read(bill).thenReturn(outcome), refusal -> Mono.just(outcome)));
    }

    private Mono<Void> read(Bill bill) {
        return Flux.fromIterable(bill.lines())
                .buffer(AT_ONCE)
                .concatMap(lines -> file(bill, lines))
                .thenMany(Flux.defer(() -> bills.unsettled(bill.provider(), bill.day())))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(line -> settling.settle(bill.provider(), line))
                .then(Mono.defer(() -> bills.missing(bill.provider(), bill.day(), clock.instant())))
                .doOnNext(missing -> log.info(
                        "{}: the bill of {} has {} lines; {} payments are missing in the bills",
                        bill.provider(),
                        bill.day(),
                        bill.lines().size(),
                        missing))
                .then(bills.read(bill))
                .then(fees.cover());
    }

    /** Files lines and posts the fees among those that are new, together or not at all. */
    private Mono<List<Bills.NewLine>> file(Bill bill, List<BillLine> lines) {
        return transactions
                .inOne(() -> bills.file(bill.provider(), bill.day(), lines)
                        .collectList()
                        .flatMap(taken -> post(bill, taken).thenReturn(Outcome.done(taken))))
                .map(outcome -> outcome.fold(taken -> taken, refusal -> {
                    throw new IllegalStateException("filing refuses nothing");
                }));
    }

    private Mono<Void> post(Bill bill, List<Bills.NewLine> taken) {
        List<BillLine> charged = of(BillLine.Kind.FEE, taken);
        List<BillLine> back = of(BillLine.Kind.FEE_BACK, taken);
        Mono<Void> charge = charged.isEmpty()
                ? Mono.empty()
                : fees.charge(
                        bill.provider(),
                        bill.day(),
                        bill.day() + "/" + charged.get(0).theirs(),
                        sum(charged));
        Mono<Void> giveBack = back.isEmpty()
                ? Mono.empty()
                : fees.giveBack(
                        bill.provider(),
                        bill.day(),
                        bill.day() + "/" + back.get(0).theirs(),
                        sum(back));
        return charge.then(giveBack);
    }

    private static List<BillLine> of(BillLine.Kind kind, List<Bills.NewLine> taken) {
        return taken.stream()
                .map(Bills.NewLine::line)
                .filter(line ->
                        line.kind() == kind && line.fen() > 0 && line.currency().equals(Money.CURRENCY))
                .toList();
    }

    private static Money sum(List<BillLine> lines) {
        return Money.ofFen(lines.stream().mapToLong(BillLine::fen).reduce(0, Math::addExact));
    }
}
