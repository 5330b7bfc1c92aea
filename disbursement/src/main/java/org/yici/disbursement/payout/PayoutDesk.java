package org.yici.disbursement.payout;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.application.NextSteps;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardState;
import org.yici.disbursement.award.Awards;
import org.yici.disbursement.award.SeenCards;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.Problems;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the cashier's pages show. */
@Component
final class PayoutDesk {

    private static final int BATCHES = 50;

    private final Awards awards;
    private final Payouts payouts;
    private final Applications applications;
    private final Households households;
    private final NextSteps nextSteps;
    private final SeenCards seenCards;
    private final StaffNames staffNames;
    private final Problems problems;

    PayoutDesk(
            Awards awards,
            Payouts payouts,
            Applications applications,
            Households households,
            NextSteps nextSteps,
            SeenCards seenCards,
            StaffNames staffNames,
            Problems problems) {
        this.awards = awards;
        this.payouts = payouts;
        this.applications = applications;
        this.households = households;
        this.nextSteps = nextSteps;
        this.seenCards = seenCards;
        this.staffNames = staffNames;
        this.problems = problems;
    }

    /**
     * An award that waits to be paid.
     *
     * @param changed what became of the card since the award; null where it is the one that was approved
     * @param obstacle why the reader may not pay it, or null
     */
    record Waiting(
            String award,
            String application,
            String grant,
            String holder,
            String card,
            SeenCards.@Nullable Changed changed,
            AwardState state,
            long amount,
            @Nullable String obstacle) {}

    /** @param names of staff by username */
    record Waitings(List<Waiting> lines, Map<String, String> names) {

        /** For the template. */
        public String name(String username) {
            return names.getOrDefault(username, username);
        }
    }

    /** An item of a batch with the award behind it. */
    record Line(String application, String grant, String holder, String card, Payout.Item item) {}

    record Batch(Payout payout, List<Line> lines) {}

    Mono<Waitings> waiting(StaffMember reader, Locale locale) {
        return awards.in(List.of(AwardState.AWARDED, AwardState.RETURNED), MakePayout.MOST_AWARDS)
                .flatMapSequential(award -> waiting(award, reader, locale), 4)
                .collectList()
                .flatMap(lines -> staffNames.of(people(lines)).map(names -> new Waitings(lines, names)));
    }

    private static List<String> people(List<Waiting> lines) {
        return lines.stream()
                .map(Waiting::changed)
                .filter(Objects::nonNull)
                .flatMap(changed -> Stream.of(changed.by(), changed.confirmedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Mono<Waiting> waiting(Award award, StaffMember reader, Locale locale) {
        return Mono.zip(
                        applications
                                .find(award.application())
                                .flatMap(found -> nextSteps.obstacle(found, Action.SEND_PAYOUT, reader)),
                        households.find(award.household()),
                        seenCards.changed(award.id().value()).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .map(found -> {
                    Household.BankCard card = found.getT2().card();
                    return new Waiting(
                            award.id().toString(),
                            award.application().toString(),
                            award.grant().value(),
                            card.holder().name(),
                            card.number().masked(),
                            found.getT3().orElse(null),
                            award.state(),
                            award.amount().fen(),
                            found.getT1()
                                    .map(refusal -> problems.of(refusal, locale).detail())
                                    .orElse(null));
                });
    }

    Mono<List<Payout>> batches() {
        return payouts.newest(BATCHES).collectList();
    }

    Mono<Outcome<Batch>> batch(String id) {
        return Chain.then(payouts.find(id), payout -> payouts.payees(payout.id())
                .flatMap(payees -> Flux.fromIterable(payout.items())
                        .concatMap(item -> awards.find(item.award()).flatMap(award -> line(payees, item, award)))
                        .collectList())
                .map(lines -> Outcome.done(new Batch(payout, lines))));
    }

    private Mono<Line> line(Map<String, Payee> payees, Payout.Item item, Award award) {
        return Mono.justOrEmpty(payees.get(item.endToEnd()))
                .switchIfEmpty(
                        Mono.defer(() -> households.find(award.household()).map(Payee::of)))
                .map(payee -> new Line(
                        award.application().toString(),
                        award.grant().value(),
                        payee.name(),
                        payee.card().masked(),
                        item));
    }
}
