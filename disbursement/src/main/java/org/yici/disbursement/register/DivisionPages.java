package org.yici.disbursement.register;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.household.BringDivisions;
import org.yici.disbursement.household.Divisions;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.KeptFile;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The county's townships and villages with their codes, and the sheet that brings them. */
@Controller
final class DivisionPages {

    private static final String HOME = ListAddresses.REGISTER + "/divisions";

    private final Divisions divisions;
    private final BringDivisions bringDivisions;
    private final FormAnswers answers;
    private final Scheduler sheetScheduler;

    DivisionPages(Divisions divisions, BringDivisions bringDivisions, FormAnswers answers, Scheduler sheetScheduler) {
        this.divisions = divisions;
        this.bringDivisions = bringDivisions;
        this.answers = answers;
        this.sheetScheduler = sheetScheduler;
    }

    @GetMapping(HOME)
    Mono<Rendering> list(StaffMember reader) {
        return page(reader, null, HttpStatus.OK);
    }

    @PostMapping(path = HOME, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<Rendering> bring(StaffMember actor, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        return exchange.getMultipartData()
                .flatMap(parts -> answers.after(
                        parts.getFirst("file") instanceof FilePart sent
                                        && !sent.filename().isBlank()
                                ? KeptFile.during(sent, sheetScheduler, path -> bringDivisions.bring(actor, path))
                                : Mono.<Outcome<Integer>>error(InvalidInput.of("file", "input.register.no-file")),
                        locale,
                        done -> HOME,
                        (problem, status) -> page(actor, problem, status)));
    }

    private Mono<Rendering> page(StaffMember reader, @Nullable Problem problem, HttpStatus status) {
        return Mono.zip(
                        divisions.townships().collectList(),
                        divisions.villages().collectList())
                .map(found -> Page.view("disbursement/divisions")
                        .with("here", "households")
                        .with("townships", found.getT1())
                        .with("villages", found.getT2())
                        .with("mayBring", reader.has(Role.INTAKE) || reader.has(Role.ADMIN))
                        .with("back", FormBack.above(problem))
                        .status(status)
                        .build());
    }
}
