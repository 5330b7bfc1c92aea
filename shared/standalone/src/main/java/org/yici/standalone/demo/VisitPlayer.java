package org.yici.standalone.demo;

import java.time.Duration;
import java.time.LocalDate;
import org.yici.disbursement.Amount;
import org.yici.disbursement.followup.DueVisits;
import org.yici.disbursement.followup.DueVisits.Due;
import org.yici.disbursement.followup.PutOffVisit;
import org.yici.disbursement.followup.RecordVisit;
import org.yici.disbursement.followup.SchoolResult;
import org.yici.disbursement.followup.Seen;
import org.yici.disbursement.followup.VisitOutcome;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.staff.StaffMember;
import org.yici.standalone.RunningYici;
import org.yici.standalone.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Plays the visits of the year's grants, each on the day on which it falls due, into the winter after the played year: no money
 * moves any more. What a visit finds follows from the grant's number, so every play finds the same.
 */
final class VisitPlayer {

    private static final StaffMember OFFICER = DemoStaff.named("intake");
    private static final StaffMember REVIEWER = DemoStaff.named("reviewer");
    /** The last school term that a grant of the year is visited after ends in January. */
    private static final LocalDate LAST_DAY = LocalDate.of(2019, 2, 28);

    private static final int ROUNDS = 3;
    private static final int MOST = 500;
    private static final Duration MORNING = Duration.ofHours(10);
    /** Grants that are to be visited once more, so many days after the first day of real time. */
    private static final int[][] AGAIN = {{7, 4}, {21, 11}, {35, 19}};

    private final RunningYici yici;
    private final DemoTime time;
    private final DemoWords words = DemoWords.load();

    VisitPlayer(RunningYici yici, DemoTime time) {
        this.yici = yici;
        this.time = time;
    }

    /** In rounds: a visit may make the next one due. */
    Mono<Void> play() {
        return Flux.range(0, ROUNDS).concatMap(this::round).then();
    }

    private Mono<Void> round(int round) {
        return due(LAST_DAY).concatMap(due -> visit(due, round)).then();
    }

    /** A few people are to be visited soon, so that a visitor finds something on the list. */
    Mono<Void> leaveOnTheDesk() {
        LocalDate today = bean(ProgramClock.class).today();
        return bean(DueVisits.class)
                .paid(MOST)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(due -> again(due, today))
                .then();
    }

    private Flux<Due> due(LocalDate until) {
        return bean(DueVisits.class).list(until, null, null, MOST).collectList().flatMapMany(Flux::fromIterable);
    }

    private Mono<Void> visit(Due due, int round) {
        time.reach(CountyCase.begin(due.day()).plus(MORNING));
        return Played.surely(
                        "visit " + due.grant(),
                        bean(RecordVisit.class)
                                .record(
                                        OFFICER,
                                        DemoKeys.of("visit-" + round, due.grant()),
                                        due.award().toString(),
                                        seen(due, number(due.grant()), round)))
                .then();
    }

    private Seen seen(Due due, int number, int round) {
        VisitOutcome outcome = outcome(number, round);
        boolean used = outcome == VisitOutcome.USED_AS_MEANT;
        boolean medical = due.kind().equals("medical");
        return new Seen(
                words.visit(used ? due.kind() : outcome.name()),
                null,
                outcome.name(),
                due.kind().equals("schooling") ? school(number, round).name() : null,
                medical ? Amount.of(bill(number)) : null,
                medical ? number % 3 != 0 : null,
                null);
    }

    private static VisitOutcome outcome(int number, int round) {
        if (round > 0) {
            return VisitOutcome.USED_AS_MEANT;
        }
        if (number == 26) {
            return VisitOutcome.MOVED_AWAY;
        }
        if (number % 31 == 0) {
            return VisitOutcome.NOT_USED_YET;
        }
        return number % 9 == 0 ? VisitOutcome.PARTLY : VisitOutcome.USED_AS_MEANT;
    }

    private static SchoolResult school(int number, int round) {
        return round > 0 && number % 3 == 0 ? SchoolResult.PROMOTED : SchoolResult.STAYS;
    }

    /** ¥2,600 and more: grants for medical care bear a part of it. */
    private static Money bill(int number) {
        return Money.ofFen(260_000 + 37_700L * number);
    }

    private Mono<Void> again(Due paid, LocalDate today) {
        for (int[] again : AGAIN) {
            if (again[0] == number(paid.grant())) {
                LocalDate next = today.plusDays(again[1]);
                return Played.surely(
                                "visit put off " + paid.grant(),
                                bean(PutOffVisit.class)
                                        .putOff(
                                                REVIEWER,
                                                DemoKeys.of("visit-put-off", paid.grant()),
                                                paid.award().toString(),
                                                new PutOffVisit.PutOff(words.visit("put-off"), next.toString())))
                        .then();
            }
        }
        return Mono.empty();
    }

    /** The last part of a grant's code. */
    private static int number(String grant) {
        return Integer.parseInt(grant.substring(grant.lastIndexOf('-') + 1));
    }

    private <T> T bean(Class<T> type) {
        return yici.bean(Service.DISBURSEMENT, type);
    }
}
