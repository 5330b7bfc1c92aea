package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.household.Area;
import org.yici.disbursement.household.CareLevel;
import org.yici.disbursement.household.CategoryList;
import org.yici.disbursement.household.Divisions;
import org.yici.disbursement.household.RegisterHousehold;
import org.yici.disbursement.household.Registration;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** The form that registers a household. Lines for people are added by the server, so it works without scripts. */
@Controller
final class RegistrationForm {

    private static final int LINES_AT_FIRST = 2;
    private static final int MOST_LINES = 20;

    private final RegisterHousehold registerHousehold;
    private final Divisions divisions;
    private final FormAnswers answers;
    private final ProgramClock clock;

    RegistrationForm(
            RegisterHousehold registerHousehold, Divisions divisions, FormAnswers answers, ProgramClock clock) {
        this.registerHousehold = registerHousehold;
        this.divisions = divisions;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/staff/households/new")
    Mono<Rendering> show(StaffMember actor) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.error(new RefusedException(Refusal.because(StaffReason.ROLE)));
        }
        return show(LINES_AT_FIRST, Map.of(), null, HttpStatus.OK);
    }

    @PostMapping("/staff/households/new")
    Mono<Rendering> register(StaffMember actor, ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData().flatMap(form -> {
            int lines = lines(form);
            Map<String, String> typed = form.toSingleValueMap();
            if (form.containsKey("add")) {
                return show(Math.min(lines + 1, MOST_LINES), typed, null, HttpStatus.OK);
            }
            return answers.after(
                    Mono.defer(() -> registerHousehold.register(
                            actor, IdempotencyKey.of(form.getFirst("idempotencyKey")), registration(form, lines))),
                    locale,
                    done -> "/staff/households/" + done.id(),
                    (problem, status) -> show(lines, typed, problem, status));
        });
    }

    private Mono<Rendering> show(int lines, Map<String, String> typed, @Nullable Problem problem, HttpStatus status) {
        return divisions.townships().collectList().map(townships -> Page.view("disbursement/registration")
                .with("here", "households")
                .with("lines", lines)
                .with("typed", typed)
                .with("back", FormBack.of(typed, problem))
                .with("categories", CategoryList.on(clock.today()).choices())
                .with("areas", Area.values())
                .with("cares", CareLevel.values())
                .with("townships", townships)
                .with("formKey", FormAnswers.freshKey())
                .status(status)
                .build());
    }

    private static int lines(MultiValueMap<String, String> form) {
        int lines = 1;
        while (lines < MOST_LINES && form.containsKey("members[" + lines + "].name")) {
            lines++;
        }
        return lines;
    }

    /** Lines left wholly empty are no people. */
    private static Registration registration(MultiValueMap<String, String> form, int lines) {
        List<Registration.Person> members = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            String line = "members[" + i + "].";
            Registration.Person person = new Registration.Person(
                    field(form, line + "name"),
                    field(form, line + "identityNumber"),
                    field(form, line + "relation"),
                    field(form, line + "phone"),
                    field(form, line + "guardian"));
            boolean written = !(field(form, line + "name") + field(form, line + "identityNumber")).isBlank();
            if (i == 0 || written) {
                members.add(person);
            }
        }
        return new Registration(
                field(form, "township"),
                field(form, "village"),
                field(form, "category"),
                field(form, "area"),
                field(form, "careLevel"),
                field(form, "categorySince"),
                members,
                guardians(form),
                new Registration.Card(field(form, "bankCard.holder"), field(form, "bankCard.number")),
                "true".equals(form.getFirst("consent")));
    }

    /** At most one from outside; a household that has more registers them by a list. */
    private static List<Registration.Person> guardians(MultiValueMap<String, String> form) {
        String line = "guardians[0].";
        boolean written = !(field(form, line + "name") + field(form, line + "identityNumber")).isBlank();
        return written
                ? List.of(new Registration.Person(
                        field(form, line + "name"),
                        field(form, line + "identityNumber"),
                        field(form, line + "relation"),
                        field(form, line + "phone")))
                : List.of();
    }
}
