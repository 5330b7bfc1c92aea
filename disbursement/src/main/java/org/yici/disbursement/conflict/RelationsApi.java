package org.yici.disbursement.conflict;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.conflict.DeclareRelation.Declaration;
import org.yici.disbursement.conflict.DeclareRelation.Declared;
import org.yici.disbursement.conflict.LiftRelation.Lifted;
import org.yici.disbursement.household.Households;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Relations for programs: donors are masked on the way out. */
@RestController
final class RelationsApi {

    private static final String ALL = "/api/v1/households/{id}/relations";

    private final DeclareRelation declareRelation;
    private final LiftRelation liftRelation;
    private final Relations relations;
    private final Households households;
    private final StrictJson json;

    RelationsApi(
            DeclareRelation declareRelation,
            LiftRelation liftRelation,
            Relations relations,
            Households households,
            StrictJson json) {
        this.declareRelation = declareRelation;
        this.liftRelation = liftRelation;
        this.relations = relations;
        this.households = households;
        this.json = json;
    }

    record DonorLine(@Nullable String name, @Nullable String fund) {}

    record WhoLine(@Nullable String staff, @Nullable DonorLine donor) {

        static WhoLine of(Relation.Who who) {
            return who.fund() == null
                    ? new WhoLine(who.staff(), null)
                    : new WhoLine(
                            null, new DonorLine(who.maskedDonor(), who.fund().value()));
        }
    }

    record Line(
            String id,
            WhoLine who,
            String declaredBy,
            Instant declaredAt,
            @Nullable Instant liftedAt) {

        static Line of(Relation relation) {
            Relation.Lifted lifted = relation.lifted();
            return new Line(
                    relation.id().toString(),
                    WhoLine.of(relation.who()),
                    relation.declaredBy(),
                    relation.declaredAt(),
                    lifted == null ? null : lifted.at());
        }
    }

    record Lines(List<Line> items) {}

    @PostMapping(path = ALL, consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Declared>> declare(
            StaffMember actor, @PathVariable String id, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                declareRelation.declare(actor, IdempotencyKey.of(exchange), id, json.read(body, Declaration.class)));
    }

    @GetMapping(ALL)
    Mono<ResponseEntity<Lines>> list(StaffMember reader, @PathVariable String id) {
        return Answers.ok(households
                .find(id)
                .flatMap(household -> relations.of(household.id()))
                .map(found ->
                        Outcome.done(new Lines(found.stream().map(Line::of).toList())))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    @PostMapping(path = ALL + "/{relation}/lift", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Lifted>> lift(
            StaffMember actor,
            @PathVariable String id,
            @PathVariable String relation,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        return Answers.created(liftRelation.lift(
                actor, IdempotencyKey.of(exchange), id, relation, json.read(body, LiftRelation.Why.class)));
    }
}
