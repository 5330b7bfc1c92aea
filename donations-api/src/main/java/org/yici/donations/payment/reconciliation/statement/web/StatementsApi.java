package org.yici.donations.payment.reconciliation.statement.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yici.donations.payment.reconciliation.statement.Statement;
import org.yici.donations.payment.reconciliation.statement.StatementDuty;
import org.yici.donations.payment.reconciliation.statement.StatementId;
import org.yici.donations.payment.reconciliation.statement.StatementLook;
import org.yici.donations.payment.reconciliation.statement.Statements;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/**
 * The bank's statements by program, for staff: {@code GET …/statements} newest first, {@code …/statements/{id}},
 * {@code …/statements/{id}/lines?show=open} with the fate of each.
 */
@RestController
@RequestMapping(path = StatementAddresses.API, produces = "application/json")
final class StatementsApi {

    private static final int MOST = 200;

    private final Statements statements;
    private final StatementLook look;

    StatementsApi(Statements statements, StatementLook look) {
        this.statements = statements;
        this.look = look;
    }

    record Page<T>(List<T> items, @Nullable String next) {

        /** @param found one more than {@code limit}, if there are more */
        static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
            return found.size() <= limit
                    ? new Page<>(found, null)
                    : new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
        }
    }

    @GetMapping
    Mono<Page<StatementAnswer>> list(
            StaffMember reader,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        StatementAddresses.require(StatementDuty.LOOK, reader);
        int most = limited(limit);
        long before = StatementId.parse(Objects.requireNonNullElse(after, ""))
                .map(StatementId::number)
                .orElse(Long.MAX_VALUE);
        return statements
                .before(before, most + 1)
                .map(StatementAnswer::of)
                .collectList()
                .map(found -> Page.of(found, most, StatementAnswer::id));
    }

    @GetMapping("/{number}")
    Mono<StatementAnswer> one(StaffMember reader, @PathVariable String number) {
        StatementAddresses.require(StatementDuty.LOOK, reader);
        return find(number).map(StatementAnswer::of);
    }

    @GetMapping("/{number}/lines")
    Mono<Page<StatementLineAnswer>> lines(
            StaffMember reader,
            @PathVariable String number,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String show) {
        StatementAddresses.require(StatementDuty.LOOK, reader);
        int most = limited(limit);
        int behind = StatementAddresses.line(Objects.requireNonNullElse(after, ""));
        boolean works = StatementDuty.FILE.isOf(reader);
        return find(number)
                .flatMap(look::of)
                .map(all -> Page.of(
                        all.stream()
                                .filter(line -> line.line().id().line() > behind)
                                .filter(line -> !"open".equals(show) || line.isOpen())
                                .limit(most + 1L)
                                .map(line -> StatementLineAnswer.of(line, works))
                                .toList(),
                        most,
                        line -> Integer.toString(line.line())));
    }

    private Mono<Statement> find(String number) {
        return statements
                .find(StatementAddresses.statement(number))
                .switchIfEmpty(Mono.error(StatementAddresses::unknown));
    }

    private static int limited(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit");
        }
        return limit;
    }
}
