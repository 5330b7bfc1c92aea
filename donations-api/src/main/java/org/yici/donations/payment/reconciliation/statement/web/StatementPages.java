package org.yici.donations.payment.reconciliation.statement.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.reconciliation.statement.BringStatement;
import org.yici.donations.payment.reconciliation.statement.Statement;
import org.yici.donations.payment.reconciliation.statement.StatementDuty;
import org.yici.donations.payment.reconciliation.statement.StatementId;
import org.yici.donations.payment.reconciliation.statement.StatementReason;
import org.yici.donations.payment.reconciliation.statement.Statements;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.KeptFile;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problem;
import org.yici.platform.web.Problems;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The statements, newest first, and a file for the next one. */
@Controller
final class StatementPages {

    private static final int PAGE = 50;

    private final Statements statements;
    private final BringStatement bringing;
    private final StaffNames names;
    private final Problems problems;
    private final Scheduler sheetScheduler;

    StatementPages(
            Statements statements,
            BringStatement bringing,
            StaffNames names,
            Problems problems,
            Scheduler sheetScheduler) {
        this.statements = statements;
        this.bringing = bringing;
        this.names = names;
        this.problems = problems;
        this.sheetScheduler = sheetScheduler;
    }

    @GetMapping(StatementAddresses.HOME)
    Mono<String> list(StaffMember reader, @RequestParam(required = false) @Nullable String after, Model model) {
        StatementAddresses.require(StatementDuty.LOOK, reader);
        long before = StatementId.parse(Objects.requireNonNullElse(after, ""))
                .map(StatementId::number)
                .orElse(Long.MAX_VALUE);
        return statements.before(before, PAGE + 1).collectList().flatMap(found -> names.of(
                        found.stream().map(StatementPages::person).distinct().toList())
                .map(known -> {
                    List<Statement> rows = found.size() > PAGE ? found.subList(0, PAGE) : found;
                    model.addAttribute("here", "payments");
                    model.addAttribute("rows", rows);
                    model.addAttribute(
                            "next", found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
                    model.addAttribute("names", known);
                    model.addAttribute("mayFile", StatementDuty.FILE.isOf(reader));
                    return "donations/statements";
                }));
    }

    @PostMapping(path = StatementAddresses.HOME, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<String> bring(StaffMember actor, Model model, ServerWebExchange exchange) {
        StatementAddresses.require(StatementDuty.FILE, actor);
        return exchange.getMultipartData()
                .flatMap(parts -> bring(actor, parts))
                .flatMap(outcome -> outcome.fold(
                        id -> Mono.just("redirect:" + StatementAddresses.of(id)),
                        refusal -> again(actor, refusal, model, exchange)))
                .onErrorResume(
                        InvalidInput.class,
                        wrong -> again(actor, problems.of(wrong, Language.of(exchange)), model, exchange));
    }

    private Mono<Outcome<StatementId>> bring(StaffMember actor, MultiValueMap<String, Part> parts) {
        return parts.getFirst("file") instanceof FilePart file
                        && !file.filename().isBlank()
                ? KeptFile.during(file, sheetScheduler, path -> bringing.bring(actor, path, file.filename()))
                : Mono.error(InvalidInput.of("file", "input.statement.no-file"));
    }

    /** The one that was filed before is a link away. */
    private Mono<String> again(StaffMember actor, Refusal refusal, Model model, ServerWebExchange exchange) {
        if (refusal.reason() == StatementReason.SAME_STATEMENT) {
            model.addAttribute("earlier", refusal.arguments().get(0));
        }
        return again(actor, problems.of(refusal, Language.of(exchange)), model, exchange);
    }

    private Mono<String> again(StaffMember actor, Problem problem, Model model, ServerWebExchange exchange) {
        model.addAttribute("problem", problem);
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(problem.status()));
        return list(actor, null, model);
    }

    private static String person(Statement statement) {
        return Objects.requireNonNullElse(statement.filedBy(), statement.broughtBy());
    }
}
