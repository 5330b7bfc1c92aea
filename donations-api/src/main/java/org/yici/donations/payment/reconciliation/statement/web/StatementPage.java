package org.yici.donations.payment.reconciliation.statement.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.reconciliation.statement.LookedLine;
import org.yici.donations.payment.reconciliation.statement.Statement;
import org.yici.donations.payment.reconciliation.statement.StatementDuty;
import org.yici.donations.payment.reconciliation.statement.StatementId;
import org.yici.donations.payment.reconciliation.statement.StatementLine.Explained;
import org.yici.donations.payment.reconciliation.statement.StatementLook;
import org.yici.donations.payment.reconciliation.statement.Statements;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problems;
import reactor.core.publisher.Mono;

/** Draws one statement: what it comes to, its lines by pages with their fates, and the steps that its reader may take. */
@Component
final class StatementPage {

    private static final int LINES = 50;

    private final Statements statements;
    private final StatementLook look;
    private final StatementWords words;
    private final StaffNames names;
    private final Problems problems;

    StatementPage(
            Statements statements, StatementLook look, StatementWords words, StaffNames names, Problems problems) {
        this.statements = statements;
        this.look = look;
        this.words = words;
        this.names = names;
        this.problems = problems;
    }

    /** What the reader chose to see; {@code onlyOpen} is null who did not choose, and sees first what waits for a person. */
    record View(@Nullable Boolean onlyOpen, int after) {

        static final View FIRST = new View(null, 0);

        static View of(@Nullable String show, @Nullable String after) {
            Boolean onlyOpen = "open".equals(show) ? Boolean.TRUE : "all".equals(show) ? Boolean.FALSE : null;
            return new View(onlyOpen, StatementAddresses.line(Objects.requireNonNullElse(after, "")));
        }
    }

    Mono<String> draw(StaffMember reader, StatementId id, View view, Model model, ServerWebExchange exchange) {
        return statements
                .find(id)
                .switchIfEmpty(Mono.error(StatementAddresses::unknown))
                .flatMap(statement -> look.of(statement)
                        .flatMap(lines -> names(statement, lines).map(known -> {
                            model.addAttribute("here", "payments");
                            model.addAttribute("statement", statement);
                            model.addAttribute("names", known);
                            model.addAttribute("sum", StatementSum.of(lines));
                            model.addAttribute("mayFile", StatementDuty.FILE.isOf(reader));
                            page(reader, lines, known, view, model, Language.of(exchange));
                            return "donations/statement";
                        })));
    }

    /** The same page with a refusal on top. */
    Mono<String> refused(StaffMember reader, StatementId id, Refusal refusal, Model model, ServerWebExchange exchange) {
        model.addAttribute("problem", problems.of(refusal, Language.of(exchange)));
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(refusal.reason().status()));
        return draw(reader, id, View.FIRST, model, exchange);
    }

    private void page(
            StaffMember reader,
            List<LookedLine> lines,
            Map<String, String> known,
            View view,
            Model model,
            Locale locale) {
        boolean onlyOpen = Objects.requireNonNullElseGet(
                view.onlyOpen(), () -> lines.stream().anyMatch(LookedLine::isOpen));
        List<LookedLine> shown = lines.stream()
                .filter(line -> line.line().id().line() > view.after())
                .filter(line -> !onlyOpen || line.isOpen())
                .limit(LINES + 1)
                .toList();
        boolean more = shown.size() > LINES;
        model.addAttribute(
                "lines",
                (more ? shown.subList(0, LINES) : shown)
                        .stream()
                                .map(line -> words.of(line, reader, known, locale))
                                .toList());
        model.addAttribute("next", more ? shown.get(LINES - 1).line().id().line() : null);
        model.addAttribute("shown", onlyOpen ? "open" : "all");
    }

    private Mono<Map<String, String>> names(Statement statement, List<LookedLine> lines) {
        Stream<String> explainers = lines.stream()
                .map(line -> line.line().explained())
                .filter(Objects::nonNull)
                .map(Explained::by);
        return names.of(Stream.concat(
                        Stream.of(statement.broughtBy(), statement.filedBy()).filter(Objects::nonNull), explainers)
                .distinct()
                .toList());
    }
}
