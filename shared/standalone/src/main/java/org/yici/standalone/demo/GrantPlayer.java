package org.yici.standalone.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.yici.disbursement.Amount;
import org.yici.disbursement.application.Apply;
import org.yici.disbursement.application.Request;
import org.yici.disbursement.award.Approve;
import org.yici.disbursement.followup.ConfirmReceipt;
import org.yici.disbursement.household.RegisterHousehold;
import org.yici.disbursement.household.Registration;
import org.yici.disbursement.notice.PostNotice;
import org.yici.disbursement.payout.ImportResults;
import org.yici.disbursement.payout.MakePayout;
import org.yici.disbursement.payout.PayoutFile;
import org.yici.disbursement.review.Review;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.staff.StaffMember;
import org.yici.standalone.RunningYici;
import org.yici.standalone.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plays the staff: every grant goes through the hands of an officer, a reviewer, an approver and a cashier. */
final class GrantPlayer {

    private static final StaffMember OFFICER = DemoStaff.named("intake");
    private static final StaffMember REVIEWER = DemoStaff.named("reviewer");
    private static final StaffMember APPROVER = DemoStaff.named("approver");
    private static final StaffMember CASHIER = DemoStaff.named("cashier");
    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(7);
    private static final int REASONS = 4;

    private final RunningYici yici;
    private final DemoTime time;
    private final DemoWords words = DemoWords.load();
    private final List<PlannedHousehold> households;
    private final Map<Integer, String> householdCodes = new ConcurrentHashMap<>();
    private final Map<Integer, String> applications = new ConcurrentHashMap<>();
    private final Map<Integer, String> awards = new ConcurrentHashMap<>();
    private final Map<LocalDate, String> payouts = new ConcurrentHashMap<>();

    GrantPlayer(RunningYici yici, DemoTime time, List<PlannedHousehold> households) {
        this.yici = yici;
        this.time = time;
        this.households = households;
    }

    Mono<Void> play(GrantDays.Round round) {
        return switch (round.step()) {
            case APPLY -> each(round, grant -> register(grant).then(Mono.defer(() -> apply(grant))));
            case REVIEW -> each(round, this::review);
            case POST_NOTICE -> each(round, this::postNotice);
            case APPROVE -> each(round, this::approve);
            case PAY_OUT -> payOut(round);
            case IMPORT_RESULTS -> importResults(round);
            case CONFIRM -> each(round, this::confirm);
        };
    }

    /** Files applications that nobody has worked on yet, at the time that the clock shows. */
    Mono<Void> leaveOnTheDesk(List<PlannedGrant> waiting) {
        return Flux.fromIterable(waiting).concatMap(this::apply).then();
    }

    private Mono<Void> each(GrantDays.Round round, Function<PlannedGrant, Mono<Void>> step) {
        return Flux.fromIterable(round.grants())
                .concatMap(grant -> {
                    time.reach(bean(ProgramClock.class).instant().plus(BETWEEN_STEPS));
                    return step.apply(grant);
                })
                .then();
    }

    private Mono<Void> register(PlannedGrant grant) {
        PlannedHousehold planned = households.get(grant.household());
        Registration registration = new Registration(
                planned.township(),
                planned.village(),
                planned.category(),
                planned.members().stream()
                        .map(member -> new Registration.Person(
                                member.name(),
                                member.identityNumber(),
                                words.relation(member.relation()),
                                member.phone()))
                        .toList(),
                new Registration.Card(planned.cardHolder(), planned.cardNumber()),
                true);
        return Played.surely(
                        "household " + grant.household(),
                        bean(RegisterHousehold.class)
                                .register(OFFICER, DemoKeys.of("household", grant.household()), registration))
                .doOnNext(done -> householdCodes.put(grant.household(), done.code()))
                .then();
    }

    private Mono<Void> apply(PlannedGrant grant) {
        Request request = new Request(
                householdCodes.get(grant.household()),
                grant.member(),
                grant.kind(),
                Amount.of(Money.ofFen(grant.amount())),
                words.reason(grant.kind(), grant.number() % REASONS));
        return Played.surely(
                        "application " + grant.number(),
                        bean(Apply.class).file(OFFICER, DemoKeys.of("application", grant.number()), request))
                .doOnNext(progress -> applications.put(grant.number(), progress.id()))
                .then();
    }

    private Mono<Void> review(PlannedGrant grant) {
        var decision = new Review.Decision("PASS", words.review());
        return Played.surely(
                        "review " + grant.number(),
                        bean(Review.class)
                                .decide(REVIEWER, DemoKeys.of("review", grant.number()), application(grant), decision))
                .then();
    }

    private Mono<Void> postNotice(PlannedGrant grant) {
        return Played.surely(
                        "notice " + grant.number(),
                        bean(PostNotice.class)
                                .post(REVIEWER, DemoKeys.of("notice", grant.number()), application(grant)))
                .then();
    }

    private Mono<Void> approve(PlannedGrant grant) {
        var decision = new Approve.Decision("APPROVE", null, null);
        return Played.surely(
                        "approval " + grant.number(),
                        bean(Approve.class)
                                .decide(
                                        APPROVER,
                                        DemoKeys.of("approval", grant.number()),
                                        application(grant),
                                        decision))
                .doOnNext(decided -> awards.put(grant.number(), decided.award()))
                .then();
    }

    private Mono<Void> payOut(GrantDays.Round round) {
        List<String> batch =
                round.grants().stream().map(grant -> awards.get(grant.number())).toList();
        return Played.surely(
                        "payout " + round.day(),
                        bean(MakePayout.class)
                                .make(CASHIER, DemoKeys.of("payout", round.day()), new MakePayout.Batch(batch)))
                .doOnNext(made -> payouts.put(round.day(), made.id()))
                .then();
    }

    private Mono<Void> importResults(GrantDays.Round round) {
        String payout = Objects.requireNonNull(payouts.get(round.day().minusDays(1)));
        return Played.surely(
                        "payout file " + round.day(),
                        bean(PayoutFile.class).write(CASHIER, payout, PayoutFile.Format.CSV))
                .flatMap(order -> Played.surely(
                        "payout result " + round.day(),
                        bean(ImportResults.class).read(CASHIER, payout, DemoBank.paysAll(order.content()))))
                .then();
    }

    private Mono<Void> confirm(PlannedGrant grant) {
        var confirmation = new ConfirmReceipt.Confirmation("SIGNATURE", words.confirmation());
        return Played.surely(
                        "confirmation " + grant.number(),
                        bean(ConfirmReceipt.class)
                                .confirm(
                                        OFFICER,
                                        DemoKeys.of("confirmation", grant.number()),
                                        Objects.requireNonNull(awards.get(grant.number())),
                                        confirmation))
                .then();
    }

    /** The application of a grant that was filed. */
    String filed(int number) {
        return Objects.requireNonNull(applications.get(number));
    }

    private String application(PlannedGrant grant) {
        return Objects.requireNonNull(applications.get(grant.number()));
    }

    private <T> T bean(Class<T> type) {
        return yici.bean(Service.DISBURSEMENT, type);
    }
}
