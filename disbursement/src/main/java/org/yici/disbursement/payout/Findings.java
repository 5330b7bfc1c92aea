package org.yici.disbursement.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yici.disbursement.payout.BankLine.Answer;
import org.yici.disbursement.payout.Payout.Item;
import org.yici.disbursement.payout.Payout.ItemState;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;

/**
 * The bank's file held against one batch.
 *
 * @param news what was not known yet, in the order of the end-to-end ids
 * @param unchanged payments of which the file said what was known already, or that they are still on their way
 * @param notOurs lines of an account's statement that are about something else
 */
record Findings(List<News> news, int unchanged, int notOurs) {

    /** What is new about an item. */
    record News(Item item, BankLine line) {}

    Findings {
        news = List.copyOf(news);
    }

    int count(Answer answer) {
        return (int) news.stream().filter(n -> n.line().answer() == answer).count();
    }

    /** @throws InvalidInput where the file answers another batch, or a line does not fit this one, line by line */
    static Findings of(Payout batch, BankReport report) {
        if (report.batch() != null && !report.batch().equals(batch.code())) {
            throw InvalidInput.of("file", "input.results.other-batch", report.batch(), batch.code());
        }
        Matching matching = new Matching(batch, report);
        spread(batch, report.lines()).forEach(matching::take);
        return matching.findings();
    }

    /** A line about the whole batch becomes one about each item that still waits: what was answered singly stands. */
    private static List<BankLine> spread(Payout batch, List<BankLine> lines) {
        List<BankLine> spread = new ArrayList<>();
        for (BankLine line : lines) {
            if (line.endToEnd() != null) {
                spread.add(line);
            } else {
                batch.items().stream()
                        .filter(item -> item.state() == ItemState.SENT)
                        .map(item -> line.about(item.endToEnd()))
                        .forEach(spread::add);
            }
        }
        return spread;
    }

    /** Gathers the last word about each item, and every fault. */
    private static final class Matching {

        private final Map<String, Item> items;
        private final boolean statement;
        private final Map<String, BankLine> told = new TreeMap<>();
        private final List<FieldError> errors = new ArrayList<>();
        private int notOurs;

        Matching(Payout batch, BankReport report) {
            this.items = batch.items().stream().collect(Collectors.toMap(Item::endToEnd, Function.identity()));
            this.statement = report.isStatement();
            this.notOurs = report.notOurs();
        }

        void take(BankLine line) {
            String endToEnd = String.valueOf(line.endToEnd());
            Item item = items.get(endToEnd);
            BankLine earlier = told.get(endToEnd);
            if (item == null && statement) {
                notOurs++;
            } else if (item == null) {
                fault(line, "input.results.unknown");
            } else if (line.amount() == null ? statement : !line.amount().equals(item.amount())) {
                fault(line, "input.results.amount", item.amount().yuan());
            } else if (earlier == null) {
                told.put(endToEnd, line);
            } else if (statement && earlier.answer() != line.answer()) {
                told.put(endToEnd, later(earlier, line));
            } else if (!statement || line.answer() != Answer.PENDING) {
                fault(line, "input.results.twice");
            }
        }

        Findings findings() {
            List<News> news = new ArrayList<>();
            told.forEach((endToEnd, line) -> {
                Item item = items.get(endToEnd);
                if (item == null) {
                    return;
                }
                if (item.state() == ItemState.RETURNED && line.answer() == Answer.PAID) {
                    fault(line, "input.results.returned-before");
                } else if (isNews(item, line)) {
                    news.add(new News(item, line));
                }
            });
            if (!errors.isEmpty()) {
                throw new InvalidInput(errors);
            }
            return new Findings(news, told.size() - news.size(), notOurs);
        }

        private void fault(BankLine line, String messageKey, Object... arguments) {
            errors.add(FieldError.of("file.line[" + line.line() + "]", messageKey, arguments));
        }
    }

    /**
     * What happened last, whichever way round the bank prints its statement: an end-to-end id is one attempt, which is on
     * its way, then paid, then perhaps returned.
     */
    private static BankLine later(BankLine one, BankLine other) {
        return stage(one.answer()) > stage(other.answer()) ? one : other;
    }

    private static int stage(Answer answer) {
        return switch (answer) {
            case PENDING -> 0;
            case PAID -> 1;
            case NOT_PAID -> 2;
        };
    }

    private static boolean isNews(Item item, BankLine line) {
        return switch (line.answer()) {
            case PAID -> item.state() == ItemState.SENT;
            case NOT_PAID -> item.state() != ItemState.RETURNED;
            case PENDING -> false;
        };
    }
}
