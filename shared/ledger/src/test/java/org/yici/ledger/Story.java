package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.ledger.SmallWorld.fen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The real ledger, with the same moves told alongside on a model that is as naive as can be: balances in a map, fen one by one
 * ({@link History}). After every call both must have given the same answer.
 */
final class Story {

    final History history = new History();
    private final Ledger ledger;
    private final DatabaseClient database;
    private final Map<AccountCode, Long> balances = new TreeMap<>();
    private final Map<AccountCode, Long> credits = new TreeMap<>();
    private final List<Journal> posted = new ArrayList<>();
    private final List<Long> sequences = new ArrayList<>();
    private int calls;

    Story(Ledger ledger, DatabaseClient database) {
        this.ledger = ledger;
        this.database = database;
    }

    /** One journal of a call, what the model answers ({@code null}: posted), and what it tells of a posted one. */
    record Line(Journal journal, @Nullable PostingReason otherwise, LongConsumer tell) {}

    /** A word that no other call of this story has used. */
    String next() {
        return "s" + ++calls;
    }

    long balance(AccountCode account) {
        return balances.getOrDefault(account, 0L) * (account.kind().side() == AccountKind.Side.DEBIT ? 1 : -1);
    }

    /** Whether the account may give that much: accounts without a floor always may. */
    boolean has(AccountCode account, long amount) {
        return !account.kind().floored() || balance(account) >= amount;
    }

    /** @return the answers, in words */
    List<String> call(Line... lines) {
        List<Posting> answers = ledger.post(
                        java.util.Arrays.stream(lines).map(Line::journal).toList())
                .block();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            Line line = lines[i];
            String word = answers.get(i)
                    .fold(p -> "posted", a -> "already", r -> r.reason().word());
            assertThat(word)
                    .as(line.journal().toString())
                    .isEqualTo(
                            line.otherwise() == null
                                    ? "posted"
                                    : line.otherwise().word());
            answers.get(i).sequence().ifPresent(sequence -> book(line, sequence));
            words.add(line.journal().kind().word() + " " + word);
        }
        return words;
    }

    private void book(Line line, long sequence) {
        assertThat(sequence).as("gap-free").isEqualTo(sequences.isEmpty() ? sequence : lastSequence() + 1);
        for (Entry entry : line.journal().entries()) {
            long amount = entry.amount().fen();
            balances.merge(entry.account(), amount, Long::sum);
            credits.merge(entry.account(), Math.max(-amount, 0), Long::sum);
        }
        posted.add(line.journal());
        sequences.add(sequence);
        line.tell().accept(sequence);
    }

    private long lastSequence() {
        return sequences.get(sequences.size() - 1);
    }

    boolean isEmpty() {
        return posted.isEmpty();
    }

    /** Says an earlier journal again, under a new salt, between two new ones: it is the same journal, and moves nothing. */
    void repeat(int which, Line before, Line after) {
        Journal earlier = posted.get(which % posted.size());
        long number = sequences.get(which % posted.size());
        Journal again = earlier.withPrivatePart(Map.of("said", "again"));
        List<Posting> answers =
                ledger.post(List.of(before.journal(), again, after.journal())).block();
        assertThat(answers.get(1).fold(p -> -p.number(), Posting.Already::number, r -> -1L))
                .isEqualTo(number);
        book(before, answers.get(0).sequence().orElseThrow());
        book(after, answers.get(2).sequence().orElseThrow());
    }

    /** Says something else under an earlier key: refused, whatever it is. */
    void contradict(int which, Line before) {
        Journal earlier = posted.get(which % posted.size());
        Journal other = MoneyMoves.settlement(earlier.key(), earlier.at(), "sandbox", fen(1_000_000 + which));
        List<Posting> answers = ledger.post(List.of(before.journal(), other)).block();
        assertThat(answers.get(1)).isEqualTo(new Posting.Refused(PostingReason.KEY_CONFLICT, null));
        book(before, answers.get(0).sequence().orElseThrow());
    }

    /** Balances and totals as the model has them, the fen of each gift and award where it says, and a silent audit. */
    void check() {
        balances.keySet().forEach(account -> assertThat(ledger.balance(account).block())
                .as(account.value())
                .isEqualTo(fen(balance(account))));
        credits.forEach((account, total) ->
                assertThat(totalCredits(account)).as(account.value()).isEqualTo(total));
        assertThat(balances.values().stream().mapToLong(fen -> fen).sum()).isZero();
        history.gifts().forEach(this::giftIsWhereTheModelSays);
        history.awards()
                .forEach(
                        award -> assertThat(sources(award)).as("award " + award).isEqualTo(history.sources(award)));
        assertThat(Books.audit(database)).isEmpty();
    }

    private Long totalCredits(AccountCode account) {
        return database.sql("select total_credits from ledger.accounts where code = $1")
                .bind(0, account.value())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private void giftIsWhereTheModelSays(long gift) {
        var trace = ledger.traceOfGift(gift).block();
        Map<String, Long> places = new TreeMap<>();
        trace.paid()
                .forEach(share ->
                        places.put("award " + share.award(), share.amount().fen()));
        places.put("cost", trace.costs().fen());
        places.put("refunded", trace.refunded().fen());
        places.put("unspent", trace.unspent().fen());
        places.values().removeIf(fen -> fen == 0);
        assertThat(places).as("gift " + gift).isEqualTo(history.whereabouts(gift));
    }

    private Map<Long, Long> sources(long award) {
        Map<Long, Long> sources = new TreeMap<>();
        ledger.traceOfAward(award)
                .block()
                .gifts()
                .forEach(share -> sources.put(share.gift(), share.amount().fen()));
        return sources;
    }
}
