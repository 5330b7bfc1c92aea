package org.yici.disbursement.letter;

import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.AfterStep;
import org.yici.disbursement.application.ApplicationId;
import reactor.core.publisher.Mono;

/** With a decision, what its letter says: however the household is called or where it lives when somebody prints it again. */
@Component
final class KeepLetter implements AfterStep {

    private final Letters letters;
    private final FrozenLetters frozen;

    KeepLetter(Letters letters, FrozenLetters frozen) {
        this.letters = letters;
        this.frozen = frozen;
    }

    @Override
    public Mono<Void> taken(ApplicationId application, Action action) {
        return Letters.DECIDE.contains(action) ? letters.newest(application).flatMap(frozen::add) : Mono.empty();
    }
}
