package org.yici.standalone.demo;

import java.time.LocalDate;
import org.yici.disbursement.Amount;
import org.yici.disbursement.standing.Appropriate;
import org.yici.disbursement.standing.Appropriate.Appropriation;
import org.yici.disbursement.standing.BookDueList;
import org.yici.disbursement.standing.Frequency;
import org.yici.disbursement.standing.PayDueList;
import org.yici.disbursement.standing.Period;
import org.yici.disbursement.standing.Roll;
import org.yici.disbursement.standing.Scheme;
import org.yici.disbursement.standing.Schemes;
import org.yici.ledger.Money;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.staff.StaffMember;
import org.yici.standalone.RunningYici;
import org.yici.standalone.Service;
import reactor.core.publisher.Mono;

/**
 * Plays the treasury's part: on one day in April the money comes, the list of the first quarter for people in extreme
 * difficulty is fixed by one person and paid by another.
 */
final class StandingPlayer {

    static final LocalDate DAY = LocalDate.of(2018, 4, 2);

    private static final StaffMember APPROVER = DemoStaff.named("approver");
    private static final StaffMember CASHIER = DemoStaff.named("cashier");
    private static final Money GIVEN = Money.ofFen(300_000_000);
    private static final Period QUARTER = Period.containing(Frequency.QUARTER, LocalDate.of(2018, 1, 1));

    private final RunningYici yici;

    StandingPlayer(RunningYici yici) {
        this.yici = yici;
    }

    Mono<Void> play() {
        return bean(Roll.class)
                .enrol(EntitledPlan.people())
                .then(Mono.defer(() -> bean(Schemes.class).find("tekun")))
                .flatMap(scheme ->
                        receive(scheme).then(Mono.defer(() -> book(scheme))).then(Mono.defer(() -> pay(scheme))));
    }

    private Mono<Void> receive(Scheme scheme) {
        Appropriation given = new Appropriation(Amount.of(GIVEN), "2018-1");
        return Played.surely(
                        "appropriation",
                        bean(Appropriate.class).receive(CASHIER, DemoKeys.of("appropriation", "tekun"), scheme, given))
                .then();
    }

    private Mono<Void> book(Scheme scheme) {
        return Played.surely(
                        "due list",
                        bean(BookDueList.class).book(APPROVER, DemoKeys.of("due", "tekun"), scheme, QUARTER))
                .then();
    }

    private Mono<Void> pay(Scheme scheme) {
        return Played.surely(
                        "due list's payment",
                        bean(PayDueList.class).pay(CASHIER, DemoKeys.of("due-paid", "tekun"), scheme, QUARTER))
                .then();
    }

    private <T> T bean(Class<T> type) {
        return yici.bean(Service.DISBURSEMENT, type);
    }
}
