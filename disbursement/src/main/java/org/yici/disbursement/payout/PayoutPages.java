package org.yici.disbursement.payout;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.payout.MakePayout.Batch;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** The cashier's pages: choose what waits, make a batch, fetch its file, bring back what the bank says. */
@Controller
final class PayoutPages {

    private final PayoutDesk desk;
    private final MakePayout makePayout;
    private final ImportResults importResults;
    private final FormAnswers answers;

    PayoutPages(PayoutDesk desk, MakePayout makePayout, ImportResults importResults, FormAnswers answers) {
        this.desk = desk;
        this.makePayout = makePayout;
        this.importResults = importResults;
        this.answers = answers;
    }

    @GetMapping("/staff/payouts")
    Mono<Rendering> list(StaffMember reader, Locale locale) {
        return list(reader, locale, null, HttpStatus.OK);
    }

    @PostMapping("/staff/payouts")
    Mono<Rendering> make(StaffMember actor, ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> makePayout.make(
                                actor,
                                IdempotencyKey.of(form.getFirst("idempotencyKey")),
                                new Batch(form.getOrDefault("awards", List.of())))),
                        locale,
                        done -> "/staff/payouts/" + done.id(),
                        (problem, status) -> list(actor, locale, problem, status)));
    }

    @GetMapping("/staff/payouts/{id}")
    Mono<Rendering> one(StaffMember reader, @PathVariable String id) {
        return one(reader, id, null, HttpStatus.OK);
    }

    @PostMapping(path = "/staff/payouts/{id}/results", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<Rendering> results(StaffMember actor, @PathVariable String id, @RequestPart("file") Part file, Locale locale) {
        return answers.after(
                PayoutsApi.bytes(file).flatMap(content -> importResults.read(actor, id, content)),
                locale,
                done -> "/staff/payouts/" + id,
                (problem, status) -> one(actor, id, problem, status));
    }

    private Mono<Rendering> list(StaffMember reader, Locale locale, @Nullable Problem problem, HttpStatus status) {
        return Mono.zip(desk.waiting(reader, locale), desk.batches()).map(found -> Page.view("disbursement/payouts")
                .with("here", "payouts")
                .with("waiting", found.getT1())
                .with("batches", found.getT2())
                .with("mayPay", reader.has(Role.CASHIER))
                .with("back", FormBack.above(problem))
                .with("formKey", FormAnswers.freshKey())
                .status(status)
                .build());
    }

    private Mono<Rendering> one(StaffMember reader, String id, @Nullable Problem problem, HttpStatus status) {
        return desk.batch(id).map(RefusedException::orProblem).map(batch -> Page.view("disbursement/payout")
                .with("here", "payouts")
                .with("batch", batch)
                .with("mayPay", reader.has(Role.CASHIER))
                .with("problem", problem)
                .status(status)
                .build());
    }
}
