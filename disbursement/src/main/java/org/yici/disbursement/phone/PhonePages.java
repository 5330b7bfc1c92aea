package org.yici.disbursement.phone;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.YuanField;
import org.yici.disbursement.phone.FileByPhone.Wanted;
import org.yici.disbursement.phone.PhoneDoor.Opened;
import org.yici.disbursement.programme.Programme;
import org.yici.disbursement.programme.Programmes;
import org.yici.disbursement.standard.Formula;
import org.yici.disbursement.standard.Version;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/**
 * Applying on a phone, in two steps: the code with the end of one's number, then the form; with a code that was used, how
 * the application stands. There is no session: each page carries the code on to the next, and none stands in an address.
 */
@Controller
final class PhonePages {

    private static final String CODE = "code";
    private static final String TAIL = "tail";

    private final PhoneDoor door;
    private final FileByPhone fileByPhone;
    private final StandingPage standingPage;
    private final Programmes programmes;
    private final FormAnswers answers;

    PhonePages(
            PhoneDoor door,
            FileByPhone fileByPhone,
            StandingPage standingPage,
            Programmes programmes,
            FormAnswers answers) {
        this.door = door;
        this.fileByPhone = fileByPhone;
        this.standingPage = standingPage;
        this.programmes = programmes;
        this.answers = answers;
    }

    /** @param code from a QR code on the slip; it still asks for the end of one's number */
    @GetMapping("/apply")
    Rendering start(@RequestParam(defaultValue = "") String code) {
        return start(code, Map.of(), null, HttpStatus.OK);
    }

    @PostMapping("/apply")
    Mono<Rendering> open(ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData().flatMap(form -> opened(form)
                .flatMap(opened -> opened.code().application() == null
                        ? show(opened, form, Map.of(), null, HttpStatus.OK)
                        : standingPage.show(opened, key(form), null, HttpStatus.OK))
                .onErrorResume(FormAnswers::isNo, no -> Mono.just(closed(form, answers.problem(no, locale)))));
    }

    @PostMapping("/apply/applications")
    Mono<Rendering> file(ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData().flatMap(form -> opened(form)
                .flatMap(opened -> Mono.defer(() ->
                                fileByPhone.file(IdempotencyKey.of(form.getFirst("idempotencyKey")), wanted(form)))
                        .map(RefusedException::orProblem)
                        .then(Mono.defer(() -> opened(form)))
                        .flatMap(filed -> standingPage.show(filed, key(form), null, HttpStatus.CREATED))
                        .onErrorResume(FormAnswers::isNo, no -> again(opened, form, answers.problem(no, locale))))
                .onErrorResume(FormAnswers::isNo, no -> Mono.just(closed(form, answers.problem(no, locale)))));
    }

    private static StandingPage.Key key(MultiValueMap<String, String> form) {
        return new StandingPage.Key(field(form, CODE), field(form, TAIL));
    }

    private Mono<Opened> opened(MultiValueMap<String, String> form) {
        return door.open(field(form, CODE), field(form, TAIL)).map(RefusedException::orProblem);
    }

    private static Wanted wanted(MultiValueMap<String, String> form) {
        return new Wanted(
                field(form, CODE),
                field(form, TAIL),
                number(form, "member", "input.application.member"),
                field(form, "programme"),
                YuanField.read(field(form, "amount"), "amount"),
                field(form, "reason"),
                YuanField.read(field(form, "expense"), "expense"),
                number(form, "months", "input.application.months"),
                "yes".equals(field(form, "truthful")));
    }

    /** @throws InvalidInput where something else than one or two digits was typed */
    private static @Nullable Integer number(MultiValueMap<String, String> form, String name, String message) {
        String typed = field(form, name).strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,2}")) {
            throw InvalidInput.of(name, message);
        }
        return Integer.valueOf(typed);
    }

    private static Rendering closed(MultiValueMap<String, String> form, Problem problem) {
        return start(
                field(form, CODE),
                Map.of(CODE, field(form, CODE), TAIL, field(form, TAIL)),
                problem,
                HttpStatus.valueOf(problem.status()));
    }

    private static Rendering start(
            String code, Map<String, String> typed, @Nullable Problem problem, HttpStatus status) {
        return Page.view("disbursement/apply")
                .with("here", "apply")
                .with(CODE, ApplyCode.read(code).map(ApplyCode::spaced).orElse(code.length() > 20 ? "" : code))
                .with("back", FormBack.of(typed, problem))
                .status(status)
                .build();
    }

    private Mono<Rendering> again(Opened opened, MultiValueMap<String, String> form, Problem problem) {
        return show(opened, form, form.toSingleValueMap(), problem, HttpStatus.valueOf(problem.status()));
    }

    private Mono<Rendering> show(
            Opened opened,
            MultiValueMap<String, String> form,
            Map<String, String> typed,
            @Nullable Problem problem,
            HttpStatus status) {
        return programmes.all().collectList().map(open -> Page.view("disbursement/apply-form")
                .with("here", "apply")
                .with("household", opened.household())
                .with("members", opened.members())
                .with(CODE, field(form, CODE))
                .with(TAIL, field(form, TAIL))
                .with("programmes", open)
                .with("needsExpense", open.stream().anyMatch(programme -> formula(programme, Formula::needsExpense)))
                .with("needsMonths", open.stream().anyMatch(programme -> formula(programme, Formula::needsMonths)))
                .with("typed", typed)
                .with("back", FormBack.of(typed, problem))
                .with("formKey", FormAnswers.freshKey())
                .status(status)
                .build());
    }

    private static boolean formula(Programme programme, Predicate<Formula> question) {
        return programme.standard().map(Version::formula).filter(question).isPresent();
    }
}
