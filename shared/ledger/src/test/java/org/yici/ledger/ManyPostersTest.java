package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.ledger.SmallWorld.fen;
import static org.yici.ledger.SmallWorld.gift;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ManyPostersTest {

    private static final int POSTERS = 4;
    private static final int ROUNDS = 12;

    @Test
    void theSequenceStaysGapFreeWithManyPostersOfWhomSomeGiveUp() throws Exception {
        Books books = new Books();
        ConcurrentLinkedQueue<Long> numbers = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(POSTERS);
        List<Future<?>> done = new ArrayList<>();
        for (int poster = 0; poster < POSTERS; poster++) {
            String name = "p" + poster + "-";
            done.add(threads.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    List<Journal> gifts =
                            List.of(gift(name + round, 10), gift(name + round + "b", 5), gift("common", 7));
                    if (round % 3 == 2) {
                        books.tryOut(
                                ledger -> assertThat(ledger.post(gifts).block()).hasSize(3));
                    } else {
                        books.commit(ledger -> ledger.post(gifts)
                                .block()
                                .forEach(posting ->
                                        numbers.add(posting.sequence().orElseThrow())));
                    }
                }
            }));
        }
        for (Future<?> poster : done) {
            poster.get();
        }
        threads.shutdown();

        long gifts = POSTERS * ROUNDS * 2L / 3 * 2 + 1;
        TreeSet<Long> distinct = new TreeSet<>(numbers);
        assertThat(distinct).hasSize((int) gifts);
        assertThat(distinct.last()).isEqualTo(gifts);
        assertThat(books.audit()).isEmpty();
        books.tryOut(ledger -> assertThat(
                        ledger.balance(AccountCode.clearing("sandbox")).block())
                .isEqualTo(fen(POSTERS * ROUNDS * 2L / 3 * 15 + 7)));
    }
}
