package org.yici.disbursement.notice;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.Page;
import org.yici.disbursement.notice.ReadAnswer.Answer;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** Where whoever objected reads what became of it; the receipt's link leads here, and so does a form. */
@Controller
final class AnswerPages {

    private final ReadAnswer readAnswer;

    AnswerPages(ReadAnswer readAnswer) {
        this.readAnswer = readAnswer;
    }

    @GetMapping("/notices/{code}/objections/answer")
    Mono<Rendering> answer(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String secret) {
        if (receipt.isBlank() && secret.isBlank()) {
            return Mono.just(page(code, receipt, null, HttpStatus.OK));
        }
        return readAnswer
                .read(code, receipt, secret)
                .map(RefusedException::orProblem)
                .map(found -> page(code, receipt, found, HttpStatus.OK))
                .onErrorResume(FormAnswers::isNo, no -> Mono.just(page(code, receipt, null, HttpStatus.NOT_FOUND)));
    }

    private static Rendering page(String code, String receipt, @Nullable Answer answer, HttpStatus status) {
        return Page.view("disbursement/objection-answer")
                .with("here", "notices")
                .with("code", code)
                .with("receipt", receipt)
                .with("answer", answer)
                .with("wrong", status == HttpStatus.NOT_FOUND)
                .status(status)
                .build();
    }
}
