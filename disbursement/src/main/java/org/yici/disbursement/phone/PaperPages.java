package org.yici.disbursement.phone;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.evidence.PaperForm;
import org.yici.disbursement.phone.AddPaper.Added;
import org.yici.disbursement.phone.StandingPage.Key;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** A photo of a paper, sent by the household: from its page, or by a program. */
@Controller
final class PaperPages {

    private final AddPaper addPaper;
    private final PhoneDoor door;
    private final StandingPage standingPage;
    private final FormAnswers answers;

    PaperPages(AddPaper addPaper, PhoneDoor door, StandingPage standingPage, FormAnswers answers) {
        this.addPaper = addPaper;
        this.door = door;
        this.standingPage = standingPage;
        this.answers = answers;
    }

    @PostMapping(path = "/apply/papers", consumes = MULTIPART_FORM_DATA_VALUE)
    Mono<Rendering> add(ServerWebExchange exchange, Locale locale) {
        return exchange.getMultipartData().flatMap(parts -> {
            Key key = key(parts);
            PaperForm form = PaperForm.of(parts);
            return Mono.defer(() -> addPaper.add(IdempotencyKey.of(form.key()), key.code(), key.tail(), form))
                    .map(RefusedException::orProblem)
                    .flatMap(added -> show(key, null))
                    .onErrorResume(FormAnswers::isNo, no -> show(key, answers.problem(no, locale)));
        });
    }

    /** A code that no longer opens is answered as a problem page. */
    private Mono<Rendering> show(Key key, @Nullable Problem problem) {
        HttpStatus status = problem == null ? HttpStatus.OK : HttpStatus.valueOf(problem.status());
        return door.open(key.code(), key.tail())
                .map(RefusedException::orProblem)
                .flatMap(opened -> standingPage.show(opened, key, problem, status, problem == null));
    }

    @ResponseBody
    @PostMapping(
            path = "/api/v1/applications/by-code/evidence",
            consumes = MULTIPART_FORM_DATA_VALUE,
            produces = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Added>> add(ServerWebExchange exchange) {
        IdempotencyKey once = IdempotencyKey.of(exchange);
        return Answers.created(exchange.getMultipartData().flatMap(parts -> {
            Key key = key(parts);
            return addPaper.add(once, key.code(), key.tail(), PaperForm.of(parts));
        }));
    }

    private static Key key(MultiValueMap<String, Part> parts) {
        return new Key(field(parts, "code"), field(parts, "tail"));
    }

    private static String field(MultiValueMap<String, Part> parts, String name) {
        return parts.getFirst(name) instanceof FormFieldPart field ? field.value() : "";
    }
}
