package org.yici.disbursement.phone;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.phone.IssueCode.Issued;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import org.yici.platform.web.QrCode;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** The slip of paper with a household's code: asked for, shown once, printed and handed over. */
@Controller
final class CodeSlip {

    private static final String PATH = "/staff/households/{id}/apply-code";

    private final IssueCode issueCode;
    private final Households households;
    private final FormAnswers answers;
    private final String publicUrl;

    CodeSlip(
            IssueCode issueCode,
            Households households,
            FormAnswers answers,
            @Value("${yici.public-url}") String publicUrl) {
        this.issueCode = issueCode;
        this.households = households;
        this.answers = answers;
        this.publicUrl = publicUrl;
    }

    @GetMapping(PATH)
    Mono<Rendering> ask(StaffMember actor, @PathVariable String id) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.error(new RefusedException(Refusal.because(StaffReason.ROLE)));
        }
        return page(id, null, null, HttpStatus.OK);
    }

    /** The answer itself shows the code: no address does, and reading the page again cannot. */
    @PostMapping(PATH)
    Mono<Rendering> issue(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData().flatMap(form -> Mono.defer(
                        () -> issueCode.issue(actor, IdempotencyKey.of(form.getFirst("idempotencyKey")), id))
                .map(RefusedException::orProblem)
                .flatMap(issued -> page(id, issued, null, HttpStatus.CREATED))
                .onErrorResume(FormAnswers::isNo, no -> {
                    Problem problem = answers.problem(no, locale);
                    return page(id, null, problem, HttpStatus.valueOf(problem.status()));
                }));
    }

    private Mono<Rendering> page(String id, @Nullable Issued issued, @Nullable Problem problem, HttpStatus status) {
        return households
                .find(id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))))
                .map(household -> page(household, issued, problem, status));
    }

    private Rendering page(Household household, @Nullable Issued issued, @Nullable Problem problem, HttpStatus status) {
        return Page.view("disbursement/apply-code")
                .with("here", "households")
                .with("household", household)
                .with("issued", issued)
                .with("address", publicUrl + "/apply")
                .with("qr", QrCode.of(publicUrl + "/apply"))
                .with("back", FormBack.above(problem))
                .with("formKey", FormAnswers.freshKey())
                .status(status)
                .build();
    }
}
