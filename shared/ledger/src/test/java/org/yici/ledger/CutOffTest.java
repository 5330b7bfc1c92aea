package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.ledger.SmallWorld.NOON;
import static org.yici.ledger.SmallWorld.award;
import static org.yici.ledger.SmallWorld.fen;
import static org.yici.ledger.SmallWorld.gift;
import static org.yici.ledger.SmallWorld.release;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Posters at once, whose connections are cut at any moment: before a statement, in it, in the commit, before its answer.
 * Each repeats what it has no answer to, as all of the program does. A small fund is fought over by more awards than it
 * can bear.
 */
class CutOffTest {

    private static final int POSTERS = 4;
    private static final int BATCHES = 25;
    private static final int ATTEMPTS = 100;

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void whatWasAnsweredStandsOnceAndNothingElseDoes(@ForAll long seed) throws Exception {
        Books books = new Books();
        Map<String, Posting> answers = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger cuts = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(POSTERS + 1);
        List<Future<?>> posters = new ArrayList<>();
        for (int poster = 0; poster < POSTERS; poster++) {
            String name = "P" + poster;
            Random random = new Random(seed + poster);
            posters.add(threads.submit(() -> post(books, name, random, answers)));
        }
        Future<?> knife = threads.submit(() -> cut(books, new Random(seed), over, cuts));
        try {
            for (Future<?> poster : posters) {
                poster.get();
            }
        } finally {
            over.set(true);
            threads.shutdown();
        }
        knife.get();

        assertThat(cuts.get()).as("connections that were cut").isPositive();
        assertThat(answers.values()).as("awards beyond the fund").anyMatch(Posting.Refused.class::isInstance);
        assertThat(books.audit()).isEmpty();
        Map<String, Long> told = new TreeMap<>();
        answers.forEach((key, posting) -> posting.sequence().ifPresent(sequence -> told.put(key, sequence)));
        books.tryOutAsOwner((ledger, database) -> assertThat(stored(database)).isEqualTo(told));
    }

    private static void post(Books books, String name, Random random, Map<String, Posting> answers) {
        Map<GrantCode, Long> awards = new TreeMap<>();
        for (int i = 0; i < BATCHES; i++) {
            List<Journal> batch = new ArrayList<>();
            for (int j = random.nextInt(1, 5); j > 0; j--) {
                batch.add(any(name + "-" + i + "-" + j, random, awards));
            }
            List<Posting> said = untilAnswered(books, batch);
            for (int j = 0; j < batch.size(); j++) {
                answers.put(batch.get(j).key(), said.get(j));
                remember(batch.get(j), said.get(j), awards);
            }
        }
    }

    private static Journal any(String id, Random random, Map<GrantCode, Long> awards) {
        int die = random.nextInt(10);
        if (die < 4) {
            return gift(id, random.nextInt(1, 100));
        }
        if (die < 8 || awards.isEmpty()) {
            return award(GrantCode.of("G-" + id), random.nextInt(1, 150));
        }
        GrantCode grant = awards.keySet().iterator().next();
        long number = awards.get(grant);
        return die == 8
                ? release(id, number, grant, 1)
                : MoneyMoves.payoutSent("payout/" + id, NOON, number, grant, AidKind.SCHOOLING, fen(1));
    }

    private static void remember(Journal journal, Posting posting, Map<GrantCode, Long> awards) {
        if (journal.kind() == JournalKind.AWARD) {
            posting.sequence().ifPresent(number -> awards.put(journal.grant(), number));
        }
    }

    private static List<Posting> untilAnswered(Books books, List<Journal> batch) {
        for (int attempt = 1; ; attempt++) {
            List<Posting> said = new ArrayList<>();
            try {
                books.commit(ledger -> said.addAll(ledger.post(batch).block()));
                return said;
            } catch (RuntimeException cutOff) {
                // Nobody knows whether it stands. It is said again, unless it is not the knife that ends it each time.
                if (attempt == ATTEMPTS) {
                    throw cutOff;
                }
            }
        }
    }

    private static void cut(Books books, Random random, AtomicBoolean over, AtomicInteger cuts) {
        while (!over.get()) {
            try {
                Thread.sleep(random.nextInt(1, 25));
                books.execute(
                        "yici_donations",
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user"
                                + " and datname = current_database() and pid <> pg_backend_pid() order by random() limit 1");
                cuts.incrementAndGet();
            } catch (InterruptedException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Map<String, Long> stored(DatabaseClient database) {
        return database.sql("select key, sequence from ledger.journals")
                .map(row -> Map.entry(row.get("key", String.class), row.get("sequence", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();
    }
}
