package org.yici.disbursement.crosscheck.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Chain;
import org.yici.disbursement.crosscheck.extract.BringExtract;
import org.yici.disbursement.crosscheck.extract.Extract;
import org.yici.disbursement.crosscheck.extract.Extract.Counts;
import org.yici.disbursement.crosscheck.extract.ExtractId;
import org.yici.disbursement.crosscheck.extract.ExtractRows;
import org.yici.disbursement.crosscheck.extract.Extracts;
import org.yici.disbursement.crosscheck.extract.FileExtract;
import org.yici.disbursement.crosscheck.extract.ReadExtract;
import org.yici.disbursement.crosscheck.words.CheckWords;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.Language;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Extracts for programs: tried, or read and filed in one go. The same file twice is known by its hash, so no key is asked for. */
@RestController
final class ExtractsApi {

    private static final String EXTRACTS = "/api/v1/crosschecks/extracts";
    private static final int MOST_REFUSED = 10_000;
    private static final int MOST = 200;

    private final FileExtract fileExtract;
    private final ReadExtract readExtract;
    private final Extracts extracts;
    private final ExtractRows rows;
    private final CheckWords words;
    private final Scheduler sheetScheduler;

    ExtractsApi(
            FileExtract fileExtract,
            ReadExtract readExtract,
            Extracts extracts,
            ExtractRows rows,
            CheckWords words,
            Scheduler sheetScheduler) {
        this.fileExtract = fileExtract;
        this.readExtract = readExtract;
        this.extracts = extracts;
        this.rows = rows;
        this.words = words;
        this.sheetScheduler = sheetScheduler;
    }

    /** @param value what stands in the cell, masked where it may be somebody's */
    record Refused(int row, String cell, String column, String value, String message) {}

    /**
     * @param id null for a dry run
     * @param rows people's rows in the file, of which {@code accepted} are kept
     */
    record Result(
            @Nullable String id,
            String kind,
            String department,
            LocalDate asOf,
            int rows,
            int accepted,
            @Nullable LocalDate expiresOn,
            List<Refused> refused) {}

    record Line(
            String id,
            String kind,
            String department,
            LocalDate asOf,
            Extract.State state,
            int rows,
            int refused,
            @Nullable LocalDate expiresOn) {

        static Line of(Extract extract) {
            return new Line(
                    extract.id().toString(),
                    extract.kind().word(),
                    extract.department(),
                    extract.asOf(),
                    extract.state(),
                    extract.counts().rows(),
                    extract.counts().refused(),
                    extract.expiresOn());
        }
    }

    record Page(List<Line> items, @Nullable String next) {}

    @PostMapping(path = EXTRACTS, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Result>> bring(
            StaffMember actor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "false") boolean dryRun,
            ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        return exchange.getMultipartData()
                .map(parts -> UploadForm.of(parts, kind, asOf, department))
                .flatMap(form -> form.kept(
                        sheetScheduler,
                        words,
                        locale,
                        upload -> dryRun ? dryRun(actor, upload, locale) : file(actor, upload, locale)))
                .map(RefusedException::orProblem)
                .map(result -> ResponseEntity.status(dryRun ? HttpStatus.OK : HttpStatus.CREATED)
                        .body(result));
    }

    private Mono<Outcome<Result>> dryRun(StaffMember actor, BringExtract.Upload upload, Locale locale) {
        return BringExtract.mayBring(actor)
                ? readExtract
                        .dryRun(upload, MOST_REFUSED)
                        .map(read -> Outcome.done(new Result(
                                null,
                                upload.kind().word(),
                                upload.department(),
                                upload.asOf(),
                                all(read.counts()),
                                read.counts().rows(),
                                null,
                                refused(read.wrong(), locale))))
                : Mono.just(Outcome.refused(StaffReason.ROLE));
    }

    private Mono<Outcome<Result>> file(StaffMember actor, BringExtract.Upload upload, Locale locale) {
        return Chain.then(fileExtract.atOnce(actor, upload), filed -> rows.wrong(filed.id(), 0, MOST_REFUSED)
                .collectList()
                .map(wrong -> Outcome.done(new Result(
                        filed.id().toString(),
                        filed.kind().word(),
                        filed.department(),
                        filed.asOf(),
                        all(filed.counts()),
                        filed.counts().rows(),
                        filed.expiresOn(),
                        refused(wrong, locale)))));
    }

    private static int all(Counts counts) {
        return counts.rows() + counts.refused();
    }

    private List<Refused> refused(List<ExtractRows.Wrong> wrong, Locale locale) {
        return wrong.stream()
                .flatMap(row -> row.problems().stream()
                        .filter(problem -> !problem.saysTotal())
                        .map(problem -> new Refused(
                                row.row(),
                                problem.cell(),
                                words.column(problem.column(), locale),
                                problem.shown(),
                                words.problem(problem, locale))))
                .toList();
    }

    @GetMapping(EXTRACTS)
    Mono<ResponseEntity<Page>> list(
            StaffMember reader,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after) {
        Addresses.requireReader(reader);
        int most = Math.max(1, Math.min(limit, MOST));
        return extracts.before(Addresses.before(after), most + 1)
                .map(Line::of)
                .collectList()
                .map(found -> ResponseEntity.ok(
                        found.size() > most
                                ? new Page(
                                        found.subList(0, most),
                                        found.get(most - 1).id())
                                : new Page(found, null)));
    }

    @GetMapping(EXTRACTS + "/{id}")
    Mono<ResponseEntity<Line>> one(StaffMember reader, @PathVariable String id) {
        Addresses.requireReader(reader);
        return Answers.ok(Mono.justOrEmpty(ExtractId.parse(id))
                .flatMap(extracts::find)
                .map(Line::of)
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }
}
