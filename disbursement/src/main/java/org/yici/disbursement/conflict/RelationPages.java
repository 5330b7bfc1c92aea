package org.yici.disbursement.conflict;

import static org.yici.disbursement.FormAnswers.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
import org.yici.disbursement.conflict.DeclareRelation.Declaration;
import org.yici.disbursement.conflict.DeclareRelation.Donor;
import org.yici.disbursement.conflict.DeclareRelation.Who;
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Who is related to a household, on one page: declared here, and lifted. */
@Controller
final class RelationPages {

    private static final String HOME = "/staff/households/{id}/relations";

    private final DeclareRelation declareRelation;
    private final LiftRelation liftRelation;
    private final Relations relations;
    private final Households households;
    private final StaffNames staffNames;
    private final FormAnswers answers;

    RelationPages(
            DeclareRelation declareRelation,
            LiftRelation liftRelation,
            Relations relations,
            Households households,
            StaffNames staffNames,
            FormAnswers answers) {
        this.declareRelation = declareRelation;
        this.liftRelation = liftRelation;
        this.relations = relations;
        this.households = households;
        this.staffNames = staffNames;
        this.answers = answers;
    }

    @GetMapping(HOME)
    Mono<Rendering> list(StaffMember reader, @PathVariable String id) {
        return show(reader, id, FormBack.fresh(), HttpStatus.OK);
    }

    @PostMapping(HOME)
    Mono<Rendering> declare(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> declareRelation.declare(
                                actor,
                                IdempotencyKey.of(form.getFirst("idempotencyKey")),
                                id,
                                declaration(actor, form))),
                        locale,
                        done -> "/staff/households/" + id + "/relations",
                        (problem, status) -> show(actor, id, FormBack.of(form.toSingleValueMap(), problem), status)));
    }

    @PostMapping(HOME + "/{relation}/lift")
    Mono<Rendering> lift(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String relation,
            ServerWebExchange exchange,
            Locale locale) {
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> liftRelation.lift(
                                actor,
                                IdempotencyKey.of(form.getFirst("idempotencyKey")),
                                id,
                                relation,
                                new LiftRelation.Why(field(form, "note")))),
                        locale,
                        done -> "/staff/households/" + id + "/relations",
                        (problem, status) -> show(
                                actor,
                                id,
                                new FormBack("lift-" + relation, form.toSingleValueMap(), problem),
                                status)));
    }

    /** The form's names are those that a program's errors name. */
    private static Declaration declaration(StaffMember actor, MultiValueMap<String, String> form) {
        String chosen = field(form, "who");
        boolean others = Stream.of("who.staff", "who.donor.name")
                .anyMatch(name -> !field(form, name).isBlank());
        if (chosen.equals("self") && others) {
            throw InvalidInput.of("who", "input.relation.chosen");
        }
        Who who =
                switch (chosen) {
                    case "self" -> new Who(actor.username(), null);
                    case "donor" ->
                        new Who(null, new Donor(field(form, "who.donor.name"), field(form, "who.donor.fund")));
                    default -> new Who(field(form, "who.staff"), null);
                };
        return new Declaration(who, field(form, "relation"), field(form, "note"));
    }

    private Mono<Rendering> show(StaffMember reader, String id, FormBack back, HttpStatus status) {
        return households
                .find(id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))))
                .flatMap(household -> Mono.zip(relations.of(household.id()), relations.funds())
                        .flatMap(found -> staffNames.of(people(found.getT1())).map(names -> page(
                                        reader, household, found.getT1(), names)
                                .with("funds", found.getT2())
                                .with("back", back)
                                .with("typed", back.of("").typed())
                                .status(status)
                                .build())));
    }

    private static Page page(StaffMember reader, Household household, List<Relation> found, Map<String, String> names) {
        return Page.view("disbursement/relations")
                .with("here", "households")
                .with("household", household)
                .with("relations", found)
                .with("names", names)
                .with("plainNames", Reader.mayReadNames(reader))
                .with("mayLift", reader.has(Role.APPROVER))
                .with("reader", reader)
                .with("formKey", FormAnswers.freshKey());
    }

    private static List<String> people(List<Relation> found) {
        return found.stream()
                .flatMap(relation -> Stream.of(
                        relation.who().staff(),
                        relation.declaredBy(),
                        relation.lifted() == null ? null : relation.lifted().by()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
