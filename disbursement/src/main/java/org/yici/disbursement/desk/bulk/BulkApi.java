package org.yici.disbursement.desk.bulk;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Language;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** One step of many cases, by programs: what would come of it, and what came of it. */
@RestController
final class BulkApi {

    private final PlanMany planMany;
    private final ActOnMany actOnMany;
    private final StrictJson json;

    BulkApi(PlanMany planMany, ActOnMany actOnMany, StrictJson json) {
        this.planMany = planMany;
        this.actOnMany = actOnMany;
        this.json = json;
    }

    /** @param action {@code pass}, {@code post-notice} or {@code approve} */
    record Many(
            @Nullable String action,
            @Nullable List<String> applications,
            @Nullable String note) {}

    record Plan(String action, List<Planned> items) {}

    record Done(String action, List<Fate> results) {}

    @GetMapping("/api/v1/applications/bulk")
    Mono<Plan> plan(StaffMember actor, @RequestParam String action, ServerWebExchange exchange) {
        Act act = act(action);
        return planMany.of(actor, act, Language.of(exchange)).map(items -> new Plan(act.word(), items));
    }

    @PostMapping(path = "/api/v1/applications/bulk", consumes = APPLICATION_JSON_VALUE)
    Mono<Done> act(StaffMember actor, @RequestBody byte[] body, ServerWebExchange exchange) {
        Many many = json.read(body, Many.class);
        Act act = act(many.action());
        List<String> ids = many.applications() == null ? List.of() : many.applications();
        return actOnMany
                .act(actor, IdempotencyKey.of(exchange), act, ids, many.note(), Language.of(exchange))
                .map(results -> new Done(act.word(), results));
    }

    private static Act act(@Nullable String word) {
        return Act.of(word).orElseThrow(() -> InvalidInput.of("action", "input.bulk.action"));
    }
}
