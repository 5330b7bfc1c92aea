package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.YuanField;
import org.yici.disbursement.application.Apply;
import org.yici.disbursement.application.Request;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.programme.Programme;
import org.yici.disbursement.programme.Programmes;
import org.yici.disbursement.standard.Formula;
import org.yici.disbursement.standard.Version;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** The form that files an application for one member of a household. */
@Controller
final class ApplicationForm {

    private final Apply apply;
    private final Households households;
    private final Programmes programmes;
    private final FormAnswers answers;

    ApplicationForm(Apply apply, Households households, Programmes programmes, FormAnswers answers) {
        this.apply = apply;
        this.households = households;
        this.programmes = programmes;
        this.answers = answers;
    }

    @GetMapping("/staff/households/{id}/applications/new")
    Mono<Rendering> show(StaffMember actor, @PathVariable String id) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.error(new RefusedException(Refusal.because(StaffReason.ROLE)));
        }
        return show(id, Map.of(), null, HttpStatus.OK);
    }

    @PostMapping("/staff/households/{id}/applications/new")
    Mono<Rendering> file(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> apply.file(
                                actor, IdempotencyKey.of(form.getFirst("idempotencyKey")), request(id, form))),
                        locale,
                        done -> "/staff/applications/" + done.id(),
                        (problem, status) -> show(id, form.toSingleValueMap(), problem, status)));
    }

    private static Request request(String household, MultiValueMap<String, String> form) {
        return new Request(
                household,
                field(form, "member"),
                field(form, "programme"),
                YuanField.read(field(form, "amount"), "amount"),
                field(form, "reason"),
                YuanField.read(field(form, "expense"), "expense"),
                months(field(form, "months")));
    }

    /** @throws InvalidInput where it is no number of months */
    private static @Nullable Integer months(String typed) {
        String months = typed.strip();
        if (months.isEmpty()) {
            return null;
        }
        if (!months.matches("[0-9]{1,2}")) {
            throw InvalidInput.of("months", "input.application.months");
        }
        return Integer.valueOf(months);
    }

    /** Does one of today's programmes ask for it? */
    private static boolean asks(List<Programme> programmes, Predicate<Formula> question) {
        return programmes.stream()
                .flatMap(programme -> programme.standard().stream())
                .map(Version::formula)
                .anyMatch(question);
    }

    private Mono<Rendering> show(String id, Map<String, String> typed, @Nullable Problem problem, HttpStatus status) {
        return Mono.zip(households.find(id), programmes.all().collectList())
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))))
                .map(found -> Page.view("disbursement/application")
                        .with("here", "households")
                        .with("household", found.getT1())
                        .with("programmes", found.getT2())
                        .with("needsExpense", asks(found.getT2(), Formula::needsExpense))
                        .with("needsMonths", asks(found.getT2(), Formula::needsMonths))
                        .with("typed", typed)
                        .with("back", FormBack.of(typed, problem))
                        .with("formKey", FormAnswers.freshKey())
                        .status(status)
                        .build());
    }
}
