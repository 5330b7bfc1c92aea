package org.yici.disbursement;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** The last step of every web method here. */
public final class Answers {

    private Answers() {}

    /** 201 with what came to be, or the problem answer. */
    public static <T> Mono<ResponseEntity<T>> created(Mono<Outcome<T>> outcome) {
        return outcome.map(RefusedException::orProblem)
                .map(done -> ResponseEntity.status(HttpStatus.CREATED).body(done));
    }

    /** 200 with what was asked for, or the problem answer. */
    public static <T> Mono<ResponseEntity<T>> ok(Mono<Outcome<T>> outcome) {
        return outcome.map(RefusedException::orProblem).map(ResponseEntity::ok);
    }

    /** After a form: on to the page that shows what came of it. */
    public static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
