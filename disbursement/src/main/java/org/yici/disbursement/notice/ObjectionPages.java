package org.yici.disbursement.notice;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.clock.KeptTime;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** The page where anybody objects to a grant on notice, with or without a name, and gets a receipt. */
@Controller
final class ObjectionPages {

    private static final String PATH = "/notices/{code}/objections";

    private final Notices notices;
    private final FileObjection fileObjection;
    private final ObjectionReceipts receipts;
    private final SenderAddress senderAddress;
    private final KeptTime keptTime;
    private final FormAnswers answers;
    private final ProgramClock clock;

    ObjectionPages(
            Notices notices,
            FileObjection fileObjection,
            ObjectionReceipts receipts,
            SenderAddress senderAddress,
            KeptTime keptTime,
            FormAnswers answers,
            ProgramClock clock) {
        this.notices = notices;
        this.fileObjection = fileObjection;
        this.receipts = receipts;
        this.senderAddress = senderAddress;
        this.keptTime = keptTime;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> form(@PathVariable String code) {
        return page(code, Map.of(), null, null, HttpStatus.OK);
    }

    @PostMapping(PATH)
    Mono<Rendering> file(@PathVariable String code, ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData().flatMap(form -> Mono.defer(() -> fileObjection.file(
                        IdempotencyKey.of(form.getFirst("idempotencyKey")),
                        code,
                        new FileObjection.Words(field(form, "text"), field(form, "contact")),
                        senderAddress.of(exchange)))
                .map(RefusedException::orProblem)
                .flatMap(filed -> page(code, Map.of(), receipts.of(code, filed), null, HttpStatus.CREATED))
                .onErrorResume(
                        FormAnswers::isNo, no -> refused(code, form.toSingleValueMap(), answers.problem(no, locale))));
    }

    private Mono<Rendering> refused(String code, Map<String, String> typed, Problem problem) {
        return page(code, typed, null, problem, HttpStatus.valueOf(problem.status()));
    }

    private Mono<Rendering> page(
            String code,
            Map<String, String> typed,
            @Nullable ObjectionReceipt receipt,
            @Nullable Problem problem,
            HttpStatus status) {
        return keptTime.heed()
                .then(notices.find(code))
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))))
                .map(notice -> Page.view("disbursement/objection")
                        .with("here", "notices")
                        .with("notice", notice)
                        .with("over", notice.isOver(clock.instant()))
                        .with("receipt", receipt)
                        .with("typed", typed)
                        .with("back", FormBack.of(typed, problem))
                        .with("formKey", FormAnswers.freshKey())
                        .status(status)
                        .build());
    }
}
