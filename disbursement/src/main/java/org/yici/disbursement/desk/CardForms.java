package org.yici.disbursement.desk;

import static org.yici.disbursement.FormAnswers.field;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.household.ConfirmCard;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** The form of a case by which a second person confirms the card that changed after its award. */
@Controller
final class CardForms {

    private final CaseSteps steps;
    private final ConfirmCard confirmCard;

    CardForms(CaseSteps steps, ConfirmCard confirmCard) {
        this.steps = steps;
        this.confirmCard = confirmCard;
    }

    @PostMapping("/staff/applications/{id}/card")
    Mono<Rendering> confirm(StaffMember actor, @PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return steps.take(
                actor,
                id,
                exchange,
                locale,
                (form, key) -> confirmCard.confirm(
                        actor,
                        key,
                        field(form, "household"),
                        new ConfirmCard.Said(field(form, "ends"), field(form, "note"))));
    }
}
