package org.yici.disbursement.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yici.disbursement.programme.Programme;
import org.yici.disbursement.programme.Programmes;
import org.yici.ledger.AccountCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What may happen next, for the person who asks: by the same policies that will judge the step when it is taken. */
@Component
public final class NextSteps {

    private final Programmes programmes;
    private final CaseFacts facts;
    private final Ledger ledger;
    private final ProgramClock clock;
    private final Holds holds;

    NextSteps(Programmes programmes, CaseFacts facts, Ledger ledger, ProgramClock clock, Holds holds) {
        this.programmes = programmes;
        this.facts = facts;
        this.ledger = ledger;
        this.clock = clock;
        this.holds = holds;
    }

    /** A step, and the reason why not, if there is one. */
    public record Offer(Action action, Optional<Refusal> obstacle) {

        public boolean allowed() {
            return obstacle.isEmpty();
        }
    }

    /** Every step of staff that begins where the case stands; an approval also while it waits for its notice. */
    public Mono<List<Offer>> of(Application application, StaffMember asking) {
        return terms(application)
                .flatMapIterable(terms -> begins(application.state()).stream()
                        .map(action -> {
                            Attempt attempt = Attempt.of(application, action, asking, clock.instant());
                            return action == Action.APPROVE
                                    ? attempt.on(NoticeAfterwards.offered(application, terms))
                                    : attempt;
                        })
                        .filter(NoticeAfterwards::isOpen)
                        .map(attempt -> new Offer(attempt.action(), attempt.obstacle()))
                        .toList())
                .concatMap(offer -> offer.allowed() ? unlessHeld(application, offer) : Mono.just(offer))
                .collectList();
    }

    /** Why the person may not take that step now, what is kept beside the case included. */
    public Mono<Optional<Refusal>> obstacle(Application application, Action action, StaffMember asking) {
        Optional<Refusal> obstacle =
                Attempt.of(application, action, asking, clock.instant()).obstacle();
        return obstacle.isPresent() ? Mono.just(obstacle) : holds.against(application, action);
    }

    private Mono<Offer> unlessHeld(Application application, Offer offer) {
        return holds.against(application, offer.action()).map(held -> new Offer(offer.action(), held));
    }

    /** The terms on which it would be granted now, or was, with the amount that the standard of the day comes to. */
    public Mono<Terms> terms(Application application) {
        LocalDate day = application.judgedOn(clock.today());
        return programmes
                .of(application.kind(), day)
                .map(programme -> programme.without(application.file().donorFunds()))
                .flatMap(programme -> Mono.zip(
                                balances(programme),
                                facts.on(day, application),
                                facts.anotherPaidFirst(clock.instant(), application))
                        .map(found -> new Terms(
                                application.amount(), programme, found.getT1(), found.getT2(), day, found.getT3())))
                .map(Terms::asComputed);
    }

    private Mono<Map<FundCode, Money>> balances(Programme programme) {
        return Flux.fromIterable(programme.funds())
                .concatMap(fund -> ledger.balance(AccountCode.fund(fund)).map(balance -> Map.entry(fund, balance)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, HashMap::new);
    }

    private static List<Action> begins(ApplicationState state) {
        List<Action> actions = new ArrayList<>(Transitions.open(state));
        actions.removeIf(action -> action.duty() == Duty.NOBODY);
        if (state == ApplicationState.ON_NOTICE || state == ApplicationState.OBJECTED) {
            actions.add(Action.APPROVE);
        }
        return actions;
    }
}
