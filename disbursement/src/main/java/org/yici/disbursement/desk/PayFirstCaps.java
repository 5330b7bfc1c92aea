package org.yici.disbursement.desk;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Attempt;
import org.yici.disbursement.programme.Programmes;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.AidKind;
import org.yici.ledger.Money;
import reactor.core.publisher.Mono;

/** What may be paid before its notice today, by kind of aid: such a case waits for the approver as soon as it is reviewed. */
@Component
final class PayFirstCaps {

    private final Programmes programmes;

    PayFirstCaps(Programmes programmes) {
        this.programmes = programmes;
    }

    record Caps(Map<AidKind, Money> caps) {

        /** Could this approval before the notice be within the cap? */
        boolean allow(Attempt attempt) {
            Money cap = caps.get(attempt.application().kind());
            return cap != null
                    && attempt.action() == Action.APPROVE
                    && attempt.application().state() == ApplicationState.REVIEWED
                    && attempt.application().amount().compareTo(cap) <= 0;
        }
    }

    Mono<Caps> today() {
        return programmes
                .all()
                .flatMapIterable(programme -> programme.standard().stream()
                        .map(Version::limits)
                        .filter(limits -> limits.payFirst() != null)
                        .map(limits ->
                                Map.entry(programme.kind(), limits.payFirst().cap()))
                        .toList())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))
                .map(Caps::new);
    }
}
