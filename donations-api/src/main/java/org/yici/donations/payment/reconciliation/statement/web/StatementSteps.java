package org.yici.donations.payment.reconciliation.statement.web;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.reconciliation.statement.ChooseSettlement;
import org.yici.donations.payment.reconciliation.statement.DiscardStatement;
import org.yici.donations.payment.reconciliation.statement.FileStatement;
import org.yici.donations.payment.reconciliation.statement.MatchAgain;
import org.yici.donations.payment.reconciliation.statement.StatementDuty;
import org.yici.donations.payment.reconciliation.statement.StatementId;
import org.yici.donations.payment.reconciliation.statement.match.LineId;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** One statement, and what is done with it. A refusal shows its page again, with the reason. */
@Controller
final class StatementSteps {

    private static final String ONE = StatementAddresses.HOME + "/{number}";

    private final FileStatement filing;
    private final DiscardStatement discarding;
    private final MatchAgain matching;
    private final ChooseSettlement choosing;
    private final StatementPage page;

    StatementSteps(
            FileStatement filing,
            DiscardStatement discarding,
            MatchAgain matching,
            ChooseSettlement choosing,
            StatementPage page) {
        this.filing = filing;
        this.discarding = discarding;
        this.matching = matching;
        this.choosing = choosing;
        this.page = page;
    }

    @GetMapping(ONE)
    Mono<String> show(
            StaffMember reader,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            ServerWebExchange exchange) {
        StatementAddresses.require(StatementDuty.LOOK, reader);
        StatementPage.View view = StatementPage.View.of(show, after);
        return page.draw(reader, StatementAddresses.statement(number), view, model, exchange);
    }

    @PostMapping(ONE + "/filing")
    Mono<String> file(StaffMember actor, @PathVariable String number, Model model, ServerWebExchange exchange) {
        return step(actor, number, id -> filing.file(actor, id), model, exchange);
    }

    @PostMapping(ONE + "/matching")
    Mono<String> matchAgain(StaffMember actor, @PathVariable String number, Model model, ServerWebExchange exchange) {
        return step(actor, number, id -> matching.match(actor, id), model, exchange);
    }

    record Choice(@Nullable String sequence) {}

    @PostMapping(ONE + "/lines/{line}/settlement")
    Mono<String> choose(
            StaffMember actor,
            @PathVariable String number,
            @PathVariable String line,
            Choice choice,
            Model model,
            ServerWebExchange exchange) {
        long sequence = StatementAddresses.number(Objects.requireNonNullElse(choice.sequence(), ""));
        return step(
                actor,
                number,
                id -> choosing.choose(actor, new LineId(id.number(), StatementAddresses.line(line)), sequence),
                model,
                exchange);
    }

    @PostMapping(ONE + "/removal")
    Mono<String> discard(StaffMember actor, @PathVariable String number, Model model, ServerWebExchange exchange) {
        StatementAddresses.require(StatementDuty.LOOK, actor);
        StatementId id = StatementAddresses.statement(number);
        return discarding
                .discard(actor, id)
                .flatMap(outcome -> outcome.fold(
                        gone -> Mono.just("redirect:" + StatementAddresses.HOME),
                        refusal -> page.refused(actor, id, refusal, model, exchange)));
    }

    private Mono<String> step(
            StaffMember actor,
            String number,
            Function<StatementId, Mono<Outcome<StatementId>>> step,
            Model model,
            ServerWebExchange exchange) {
        StatementAddresses.require(StatementDuty.LOOK, actor);
        StatementId id = StatementAddresses.statement(number);
        return step.apply(id)
                .flatMap(outcome -> outcome.fold(
                        done -> Mono.just("redirect:" + StatementAddresses.of(done)),
                        refusal -> page.refused(actor, id, refusal, model, exchange)));
    }
}
