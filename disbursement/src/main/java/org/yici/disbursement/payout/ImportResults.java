package org.yici.disbursement.payout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.payout.Payout.Item;
import org.yici.disbursement.payout.Payout.ItemState;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.FieldError;
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

    /** @param unchanged lines that said what was known already, or that the payment is still on its way */
    public record Imported(String id, String state, int confirmed, int returned, int unchanged) {}

    /** What is new about an item. */
    record News(Item item, BankLine line) {}

    /**
     * @return refused {@code not-found}, {@code role}, {@code same-person}, {@code step-not-open} or {@code bank-short}
     * @throws InvalidInput where the file cannot be read or does not match the batch, line by line
     */
    public Mono<Outcome<Imported>> read(StaffMember actor, String payout, byte[] file) {
        if (!actor.has(Role.CASHIER)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        List<BankLine> lines = BankFile.read(file);
        return transactions.inOne(
                () -> Chain.then(payouts.lock(payout), batch -> write(actor, batch, spread(batch, lines))));
    }

    private Mono<Outcome<Imported>> write(StaffMember actor, Payout batch, List<BankLine> lines) {
        List<News> news = news(batch, lines);
        Imported counted = new Imported(
                batch.id().toString(),
                batch.state().name(),
                count(news, BankLine.Answer.PAID),
                count(news, BankLine.Answer.NOT_PAID),
                lines.size() - news.size());
        return Chain.then(settleItems.settle(actor, news), settled -> payouts.closeIfAnswered(batch)
                .flatMap(closed -> audit.record(
                                actor,
                                "payout-results",
                                counted.id(),
                                Map.of("confirmed", counted.confirmed(), "returned", counted.returned()))
                        .thenReturn(Outcome.done(new Imported(
                                counted.id(),
                                closed.state().name(),
                                counted.confirmed(),
                                counted.returned(),
                                counted.unchanged())))));
    }

    /** A line about the whole batch becomes one about each item that still waits. */
    private static List<BankLine> spread(Payout batch, List<BankLine> lines) {
        List<BankLine> spread = new ArrayList<>();
        for (BankLine line : lines) {
            if (line.endToEnd() != null) {
                spread.add(line);
            } else {
                batch.items()
                        .forEach(item -> spread.add(
                                new BankLine(line.line(), item.endToEnd(), line.answer(), null, line.reason())));
            }
        }
        return spread;
    }

    private static List<News> news(Payout batch, List<BankLine> lines) {
        Map<String, Item> items = batch.items().stream().collect(Collectors.toMap(Item::endToEnd, Function.identity()));
        List<FieldError> errors = new ArrayList<>();
        Map<String, BankLine> told = new HashMap<>();
        Set<News> news = new HashSet<>();
        for (BankLine line : lines) {
            Item item = items.get(String.valueOf(line.endToEnd()));
            BankLine earlier = told.put(String.valueOf(line.endToEnd()), line);
            FieldError fault = fault(line, item, earlier);
            if (fault != null) {
                errors.add(fault);
            } else if (item != null && isNews(item, line)) {
                news.add(new News(item, line));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return news.stream()
                .sorted(Comparator.comparing(n -> n.item().endToEnd()))
                .toList();
    }

    private static @Nullable FieldError fault(BankLine line, @Nullable Item item, @Nullable BankLine earlier) {
        String field = "file.line[" + line.line() + "]";
        if (item == null) {
            return FieldError.of(field, "input.results.unknown");
        }
        if (earlier != null) {
            return FieldError.of(field, "input.results.twice");
        }
        if (line.amount() != null && !line.amount().equals(item.amount())) {
            return FieldError.of(field, "input.results.amount", item.amount().yuan());
        }
        return item.state() == ItemState.RETURNED && line.answer() == BankLine.Answer.PAID
                ? FieldError.of(field, "input.results.returned-before")
                : null;
    }

    private static boolean isNews(Item item, BankLine line) {
        return switch (line.answer()) {
            case PAID -> item.state() == ItemState.SENT;
            case NOT_PAID -> item.state() != ItemState.RETURNED;
            case PENDING -> false;
        };
    }

    private static int count(List<News> news, BankLine.Answer answer) {
        return (int) news.stream().filter(n -> n.line().answer() == answer).count();
    }
}
