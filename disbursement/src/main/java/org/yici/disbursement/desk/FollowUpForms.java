package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.YuanField;
import org.yici.disbursement.clawback.EndNotice;
import org.yici.disbursement.clawback.NoticeMisuse;
import org.yici.disbursement.clawback.ReceivePart;
import org.yici.disbursement.followup.PutOffVisit;
import org.yici.disbursement.followup.RecordVisit;
import org.yici.disbursement.followup.Seen;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** The forms of a case after its money arrived: visits, and what is to be put right or given back. */
@Controller
@RequestMapping("/staff/applications/{id}")
final class FollowUpForms {

    private final CaseSteps steps;
    private final RecordVisit recordVisit;
    private final PutOffVisit putOffVisit;
    private final NoticeMisuse noticeMisuse;
    private final EndNotice endNotice;
    private final ReceivePart receivePart;

    FollowUpForms(
            CaseSteps steps,
            RecordVisit recordVisit,
            PutOffVisit putOffVisit,
            NoticeMisuse noticeMisuse,
            EndNotice endNotice,
            ReceivePart receivePart) {
        this.steps = steps;
        this.recordVisit = recordVisit;
        this.putOffVisit = putOffVisit;
        this.noticeMisuse = noticeMisuse;
        this.endNotice = endNotice;
        this.receivePart = receivePart;
    }

    @PostMapping("/visits")
    Mono<Rendering> visit(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> recordVisit.record(
                        actor,
                        key,
                        field(form, "award"),
                        new Seen(
                                field(form, "note"),
                                field(form, "visitedOn"),
                                field(form, "outcome"),
                                field(form, "school"),
                                YuanField.read(field(form, "bill"), "bill"),
                                yesOrNo(field(form, "finished")),
                                field(form, "nextVisit"))));
    }

    @PostMapping("/visits/missed")
    Mono<Rendering> putOff(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> putOffVisit.putOff(
                        actor,
                        key,
                        field(form, "award"),
                        new PutOffVisit.PutOff(field(form, "reason"), field(form, "nextVisit"))));
    }

    @PostMapping("/clawbacks")
    Mono<Rendering> notice(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> noticeMisuse.notice(
                        actor,
                        key,
                        field(form, "award"),
                        new NoticeMisuse.Notice(field(form, "ground"), field(form, "note"), field(form, "correctBy"))));
    }

    @PostMapping("/clawback/correction")
    Mono<Rendering> correct(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) ->
                        endNotice.correct(actor, key, field(form, "award"), new EndNotice.Why(field(form, "note"))));
    }

    @PostMapping("/clawback/demand")
    Mono<Rendering> demand(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> endNotice.demand(
                        actor,
                        key,
                        field(form, "award"),
                        new EndNotice.Asked(
                                YuanField.read(field(form, "amount"), "amount"),
                                field(form, "returnBy"),
                                field(form, "note"))));
    }

    @PostMapping("/clawback/parts")
    Mono<Rendering> receive(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> receivePart.receive(
                        actor,
                        key,
                        field(form, "award"),
                        new ReceivePart.Received(
                                YuanField.read(field(form, "amount"), "amount"),
                                field(form, "receivedOn"),
                                field(form, "reference"))));
    }

    @PostMapping("/clawback/waiver")
    Mono<Rendering> waive(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) ->
                        endNotice.waive(actor, key, field(form, "award"), new EndNotice.Why(field(form, "note"))));
    }

    private static @Nullable Boolean yesOrNo(String typed) {
        return typed.isBlank() ? null : Boolean.valueOf("yes".equals(typed));
    }
}
