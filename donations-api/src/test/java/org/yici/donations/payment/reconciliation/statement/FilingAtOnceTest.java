package org.yici.donations.payment.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.reconciliation.statement.BankOffice.WORLD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.reconciliation.statement.Treasurer.Answer;

/** Two people at once: each line is filed once, and each entry of the books is one line's. */
class FilingAtOnceTest {

    private final BankOffice office = new BankOffice();
    private final LocalDate today = office.today;
    private final Treasurer cashier = new Treasurer(WORLD, "cashier");
    private final Treasurer deputy = new Treasurer(WORLD, "deputy");

    @Test
    void the_same_file_brought_and_filed_by_two_is_one_statement() {
        for (int round = 0; round < 5; round++) {
            long fen = office.fen();
            office.settled(fen, office.number());
            String number = office.number();
            byte[] file = new CamtOf(today, today, round)
                    .in(today, fen, number, "沙盒", "")
                    .bytes();
            List<Answer> brought = both(() -> cashier.bring(file, "a.xml"), () -> deputy.bring(file, "b.xml"));
            StatementId one = brought.get(0).statement();
            StatementId other = brought.get(1).statement();
            List<Answer> filed = both(() -> cashier.step(one, "filing"), () -> deputy.step(other, "filing"));
            assertThat(filed).extracting(Answer::status).contains(303).isSubsetOf(303, 409);
            assertThat(WORLD.number("select count(*) from donations.bank_line where fate is not null and number = '"
                            + number + "'"))
                    .isEqualTo(1);
            assertThat(WORLD.number("select count(*) from donations.bank_line where fate = 'SETTLEMENT' and number = '"
                            + number + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void two_statements_with_one_line_in_common_file_it_once() {
        for (int round = 0; round < 5; round++) {
            String number = office.number();
            long common = office.fen();
            StatementId one = looked(cashier, number, common);
            StatementId other = looked(deputy, number, common);
            List<Answer> filed = both(() -> cashier.step(one, "filing"), () -> deputy.step(other, "filing"));
            assertThat(filed).extracting(Answer::status).containsOnly(303);
            List<String> fates = new ArrayList<>(office.fates(one));
            fates.addAll(office.fates(other));
            assertThat(fates).containsExactlyInAnyOrder("OPEN", "OPEN", "OPEN", "REPEATED");
        }
    }

    private StatementId looked(Treasurer who, String number, long common) {
        return who.bring(
                        new CamtOf(today, today, 3)
                                .in(today, common, number, "甲", "")
                                .in(today, office.fen(), office.number(), "乙", "")
                                .bytes(),
                        "a.xml")
                .statement();
    }

    private static List<Answer> both(Supplier<Answer> one, Supplier<Answer> other) {
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(one);
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(other);
        return List.of(first.join(), second.join());
    }
}
