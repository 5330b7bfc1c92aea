package org.yici.disbursement.payout;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import reactor.core.publisher.Mono;

/**
 * The cashier reads in what the bank says. All lines or none: a file with one line that does not fit is refused and
 * changes nothing. A line that says what is known already changes nothing either, so a file may come twice.
 */
@Component
public final class ImportResults {

    private final Payouts payouts;
    private final SettleItems settleItems;
    private final Transactions transactions;
    private final AuditTrail audit;

    ImportResults(Payouts payouts, SettleItems settleItems, Transactions transactions, AuditTrail audit) {
        this.payouts = payouts;
        this.settleItems = settleItems;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * @param unchanged payments of which the file said what was known already, or that they are still on their way
     * @param notOurs lines of an account's statement that are about something else
     */
    public record Imported(String id, String state, int confirmed, int returned, int unchanged, int notOurs) {}

    /**
     * @return refused {@code not-found}, {@code role}, {@code same-person}, {@code step-not-open} or {@code bank-short}
     * @throws InvalidInput where the file cannot be read or does not match the batch, line by line
     */
    public Mono<Outcome<Imported>> read(StaffMember actor, String payout, byte[] file) {
        if (!actor.has(Role.CASHIER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        BankReport report = BankFile.read(file);
        return transactions.inOne(
                () -> Chain.then(payouts.lock(payout), batch -> write(actor, batch, Findings.of(batch, report))));
    }

    private Mono<Outcome<Imported>> write(StaffMember actor, Payout batch, Findings found) {
        String id = batch.id().toString();
        int confirmed = found.count(BankLine.Answer.PAID);
        int returned = found.count(BankLine.Answer.NOT_PAID);
        return Chain.then(settleItems.settle(actor, found.news()), settled -> payouts.closeIfAnswered(batch)
                .flatMap(closed -> audit.record(
                                actor, "payout-results", id, Map.of("confirmed", confirmed, "returned", returned))
                        .thenReturn(Outcome.done(new Imported(
                                id, closed.state().name(), confirmed, returned, found.unchanged(), found.notOurs())))));
    }
}
