package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.household.ChangeDetails;
import org.yici.disbursement.household.Consents;
import org.yici.disbursement.household.Details;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.WithdrawConsent;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** The forms that change a household on the register, and that write down a consent which is taken back or given again. */
@Controller
@RequestMapping("/staff/households/{id}")
final class HouseholdEdit {

    private static final String HOME = "/staff/households/";
    private static final Pattern PERSON = Pattern.compile("members\\[(\\d{1,3})]\\.(relation|phone)");

    private final Households households;
    private final ChangeDetails changeDetails;
    private final WithdrawConsent withdrawConsent;
    private final Consents consents;
    private final FormAnswers answers;

    HouseholdEdit(
            Households households,
            ChangeDetails changeDetails,
            WithdrawConsent withdrawConsent,
            Consents consents,
            FormAnswers answers) {
        this.households = households;
        this.changeDetails = changeDetails;
        this.withdrawConsent = withdrawConsent;
        this.consents = consents;
        this.answers = answers;
    }

    @GetMapping("/edit")
    Mono<Rendering> edit(StaffMember actor, @PathVariable String id) {
        return mayEdit(actor, id).map(household -> edit(household, Map.of(), null, HttpStatus.OK));
    }

    @PostMapping("/edit")
    Mono<Rendering> change(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return Mono.zip(mayEdit(actor, id), exchange.getFormData())
                .flatMap(parts -> answers.after(
                        Mono.defer(() -> changeDetails.change(
                                actor, key(parts.getT2()), id, details(parts.getT1(), parts.getT2()))),
                        locale,
                        done -> HOME + done.household(),
                        (problem, status) ->
                                Mono.just(edit(parts.getT1(), parts.getT2().toSingleValueMap(), problem, status))));
    }

    private static Details details(Household household, MultiValueMap<String, String> form) {
        List<Details.Person> people = people(household)
                .map(member -> new Details.Person(
                        member.id().toString(),
                        form.getFirst("relation-" + member.id()),
                        phone(field(form, "phone-" + member.id()))))
                .toList();
        return new Details(
                field(form, "township"),
                field(form, "village"),
                List.copyOf(people),
                new Details.Card(field(form, "bankCard.holder"), field(form, "bankCard.number")),
                field(form, "changedOn"),
                field(form, "note"));
    }

    /** Numbers are masked here: nothing written is nothing new, a dash takes the number away. */
    private static @Nullable String phone(String typed) {
        return typed.isBlank() ? null : typed.strip().equals("-") ? "" : typed;
    }

    private static Stream<Household.Member> people(Household household) {
        return Stream.concat(household.members().stream(), household.guardians().stream());
    }

    private static Rendering edit(
            Household household, Map<String, String> typed, @Nullable Problem problem, HttpStatus status) {
        return Page.view("disbursement/household-edit")
                .with("here", "households")
                .with("household", household)
                .with("people", people(household).toList())
                .with("typed", typed)
                .with("back", FormBack.of(typed, problem).placing(path -> control(household, path)))
                .with("formKey", FormAnswers.freshKey())
                .status(status)
                .build();
    }

    @GetMapping("/consent")
    Mono<Rendering> consent(StaffMember actor, @PathVariable String id) {
        return mayEdit(actor, id).flatMap(household -> consent(household, FormBack.fresh(), HttpStatus.OK));
    }

    @PostMapping("/consent/withdrawal")
    Mono<Rendering> withdraw(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return Mono.zip(mayEdit(actor, id), exchange.getFormData())
                .flatMap(parts -> answers.after(
                        Mono.defer(() -> withdrawConsent.withdraw(
                                actor,
                                key(parts.getT2()),
                                id,
                                new WithdrawConsent.Withdrawal(
                                        field(parts.getT2(), "kind"), field(parts.getT2(), "note")))),
                        locale,
                        done -> HOME + done.household(),
                        (problem, status) -> consent(
                                parts.getT1(),
                                new FormBack("withdrawal", parts.getT2().toSingleValueMap(), problem),
                                status)));
    }

    @PostMapping("/consent")
    Mono<Rendering> giveAgain(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return Mono.zip(mayEdit(actor, id), exchange.getFormData())
                .flatMap(parts -> answers.after(
                        Mono.defer(() -> withdrawConsent.giveAgain(
                                actor,
                                key(parts.getT2()),
                                id,
                                new WithdrawConsent.Again(field(parts.getT2(), "note")))),
                        locale,
                        done -> HOME + done.household(),
                        (problem, status) -> consent(
                                parts.getT1(),
                                new FormBack("again", parts.getT2().toSingleValueMap(), problem),
                                status)));
    }

    /** A person's fields are named here by the person and not by the place in the list. */
    private static String control(Household household, String path) {
        Matcher person = PERSON.matcher(path);
        return person.matches()
                ? person.group(2)
                        + "-"
                        + people(household)
                                .toList()
                                .get(Integer.parseInt(person.group(1)))
                                .id()
                : path;
    }

    private Mono<Rendering> consent(Household household, FormBack back, HttpStatus status) {
        return consents.standing(household.id()).collectList().map(standing -> Page.view("disbursement/consent")
                .with("here", "households")
                .with("household", household)
                .with("standing", standing.stream().map(Enum::name).sorted().toList())
                .with("whole", standing.size() == Consents.Kind.values().length)
                .with("back", back)
                .with("formKey", FormAnswers.freshKey())
                .status(status)
                .build());
    }

    private static IdempotencyKey key(MultiValueMap<String, String> form) {
        return IdempotencyKey.of(form.getFirst("idempotencyKey"));
    }

    private Mono<Household> mayEdit(StaffMember actor, String id) {
        return actor.has(Role.INTAKE)
                ? households
                        .find(id)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))))
                : Mono.error(new RefusedException(Refusal.because(StaffReason.ROLE)));
    }
}
