package org.yici.disbursement.payout;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Hold;
import org.yici.disbursement.award.SeenCards;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Mono;

/** No money goes to a card that changed after the award, before a second person has confirmed it. */
@Component
final class CardKnown implements Hold {

    private final SeenCards seenCards;

    CardKnown(SeenCards seenCards) {
        this.seenCards = seenCards;
    }

    @Override
    public Mono<Optional<Refusal>> against(Application application, Action action) {
        Application.Award award = application.award();
        return action != Action.SEND_PAYOUT || award == null
                ? Mono.just(Optional.empty())
                : seenCards
                        .changed(award.id())
                        .filter(changed -> !changed.isPayable())
                        .map(changed -> Optional.of(Refusal.because(PayoutReason.CARD_UNCONFIRMED, changed.saw())))
                        .defaultIfEmpty(Optional.empty());
    }
}
