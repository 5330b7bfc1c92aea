package org.yici.disbursement.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.Amount;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.standing.Appropriate.Appropriation;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;

/** The way of the treasury's money: given, owed by a fixed list, paid by somebody else; and nowhere near the charity's. */
class StandingMoneyTest {

    private static final StaffMember APPROVER = DemoStaff.named("approver");
    private static final StaffMember CASHIER = DemoStaff.named("cashier");
    private static final StaffMember DEPUTY = DemoStaff.named("deputy");

    private static County county;
    private static Scheme tekun;
    private static Period quarter;

    @BeforeAll
    static void aCountyWithItsPeople() {
        county = County.start();
        county.give("poverty-relief", 5_000_000);
        county.bean(Transactions.class)
                .inOne(() ->
                        county.bean(Roll.class).enrol(InventedPeople.tekun(7)).thenReturn(Outcome.done(true)))
                .block();
        tekun = county.bean(Schemes.class).find("tekun").block();
        quarter = Period.of(Frequency.QUARTER, "2018Q1").orElseThrow();
    }

    private static IdempotencyKey key() {
        return IdempotencyKey.of(UUID.randomUUID().toString());
    }

    private static String word(Outcome<?> outcome) {
        return outcome.fold(done -> "done", refusal -> refusal.reason().word());
    }

    private static String book(StaffMember actor) {
        return word(county.bean(BookDueList.class)
                .book(actor, key(), tekun, quarter)
                .block());
    }

    private static String pay(StaffMember actor) {
        return word(
                county.bean(PayDueList.class).pay(actor, key(), tekun, quarter).block());
    }

    private static String receive(StaffMember actor, Money amount) {
        return word(county.bean(Appropriate.class)
                .receive(actor, key(), tekun, new Appropriation(Amount.of(amount), "吉财社〔2018〕1号"))
                .block());
    }

    @Test
    void a_quarter_is_given_fixed_once_and_paid_once_by_somebody_else() {
        DueList due = county.bean(Dues.class).worked(tekun, quarter).block();
        Money total = due.total();
        assertThat(pay(CASHIER)).isEqualTo("list-not-open");
        assertThat(book(CASHIER)).isEqualTo("role");
        assertThat(book(APPROVER)).isEqualTo("appropriation-short");
        assertThat(receive(APPROVER, total)).isEqualTo("role");
        assertThat(receive(CASHIER, total)).isEqualTo("done");

        List<String> race =
                Stream.of(DEPUTY, DEPUTY, DEPUTY)
                        .map(one -> CompletableFuture.supplyAsync(() -> book(one)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertThat(race).containsExactly("done", "list-booked", "list-booked");
        assertThat(county.balance("treasury:payable:tekun")).isEqualTo(total.fen());
        assertThat(county.balance("treasury:appropriation:tekun")).isZero();

        BookedList list = county.bean(DueLists.class).find("tekun", quarter).block();
        assertThat(county.bean(DueLists.class).parts(list.id()).collectList().block())
                .isEqualTo(due.parts());
        assertThat(pay(DEPUTY)).isEqualTo("list-same-person");
        assertThat(pay(CASHIER)).isEqualTo("done");
        assertThat(pay(CASHIER)).isEqualTo("list-not-open");
        assertThat(county.balance("treasury:bank")).isZero();
        assertThat(county.balance("fund:poverty-relief")).isEqualTo(5_000_000);
        assertThat(county.balance("bank:main")).isZero();
        noJournalOfTheTreasuryTouchesAFundOrItsLine();
    }

    private static void noJournalOfTheTreasuryTouchesAFundOrItsLine() {
        var journals = county.bean(Ledger.class)
                .publishedAfter(0, 100)
                .filter(journal -> journal.leaf().contains("treasury"))
                .collectList()
                .block();
        assertThat(journals).hasSize(3).allSatisfy(journal -> {
            assertThat(journal.leaf())
                    .doesNotContain("fund:")
                    .doesNotContain("clearing:")
                    .doesNotContain("bank:main");
            assertThat(journal.line()).isEqualTo("{\"holes\":[],\"in\":[],\"out\":[]}");
        });
    }

    @Test
    void who_is_on_the_register_is_due_from_the_first_month_that_begins_after_the_category() {
        Map<String, Object> registration = new HashMap<>(County.household("柳河镇"));
        registration.putAll(Map.of("area", "农村", "categorySince", "2018-02-10"));
        Answer registered = county.staff("intake").post("/api/v1/households", registration);
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        Scheme dibao = county.bean(Schemes.class).find("dibao").block();
        assertThat(dueOf(dibao, "2018-02").people()).isZero();
        DueList march = dueOf(dibao, "2018-03");
        assertThat(march.total()).isEqualTo(Money.ofFen(33_333));
        assertThat(march.lines().get(0).person()).hasToString(registered.text("/members/0"));
    }

    private static DueList dueOf(Scheme scheme, String period) {
        return county.bean(Dues.class)
                .worked(scheme, Period.of(scheme.every(), period).orElseThrow())
                .block();
    }

    @Test
    void what_lies_ahead_is_not_due() {
        Period ahead = Period.containing(
                        Frequency.QUARTER,
                        county.now().atZone(java.time.ZoneOffset.UTC).toLocalDate())
                .after();
        assertThat(word(county.bean(BookDueList.class)
                        .book(APPROVER, key(), tekun, ahead)
                        .block()))
                .isEqualTo("period-ahead");
    }
}
