package org.yici.disbursement.crosscheck.desk;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.report.Answer;
import org.yici.disbursement.crosscheck.report.AnswerFinding;
import org.yici.disbursement.crosscheck.report.Basis;
import org.yici.disbursement.crosscheck.report.CheckApplication;
import org.yici.disbursement.crosscheck.report.Evidence;
import org.yici.disbursement.crosscheck.report.Finding;
import org.yici.disbursement.crosscheck.report.ReplayReport;
import org.yici.disbursement.crosscheck.report.Report;
import org.yici.disbursement.crosscheck.report.Reports;
import org.yici.disbursement.crosscheck.rule.Rules;
import org.yici.disbursement.crosscheck.rule.Severity;
import org.yici.disbursement.crosscheck.words.RuleWords;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.Language;
import org.yici.platform.web.StrictJson;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Reports of applications for programs: made, read, answered, made again. */
@RestController
final class ReportsApi {

    private static final String OF_APPLICATION = "/api/v1/applications/{id}/crosschecks";
    private static final String ONE = "/api/v1/crosschecks/reports/{report}";

    private final CheckApplication check;
    private final AnswerFinding answerFinding;
    private final ReplayReport replayReport;
    private final Reports reports;
    private final Rules rules;
    private final StrictJson json;

    ReportsApi(
            CheckApplication check,
            AnswerFinding answerFinding,
            ReplayReport replayReport,
            Reports reports,
            Rules rules,
            StrictJson json) {
        this.check = check;
        this.answerFinding = answerFinding;
        this.replayReport = replayReport;
        this.reports = reports;
        this.rules = rules;
        this.json = json;
    }

    /** Nothing is asked for, and what is no JSON object is no request. */
    record Nothing() {}

    record AnswerLine(Answer.Verdict verdict, String words, String by, Instant at) {}

    /** @param message the rule in the reader's words; {@code answers} what people said to it, oldest first */
    record FindingLine(
            int number,
            String rule,
            String version,
            Severity severity,
            String message,
            @Nullable String member,
            List<Evidence> evidence,
            List<AnswerLine> answers) {}

    /**
     * @param hash SHA-256 of the canonical report
     * @param unchecked kinds of which there was no extract
     * @param run over the register that found it, or null
     */
    record Document(
            String id,
            String application,
            int number,
            String by,
            Instant at,
            String hash,
            String day,
            List<Basis.Source> extracts,
            List<String> unchecked,
            List<Basis.Applied> rules,
            List<Basis.Applied> unasked,
            List<FindingLine> findings,
            @Nullable Long run) {}

    record Page(List<Document> items) {}

    @PostMapping(OF_APPLICATION)
    Mono<ResponseEntity<Document>> make(
            StaffMember actor,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            ServerWebExchange exchange) {
        if (body != null && body.length > 0) {
            Nothing unused = json.read(body, Nothing.class);
        }
        return Answers.created(Chain.then(
                check.check(actor, IdempotencyKey.of(exchange), id), made -> found(made.id(), Language.of(exchange))));
    }

    @GetMapping(OF_APPLICATION)
    Mono<ResponseEntity<Page>> list(StaffMember reader, @PathVariable String id, ServerWebExchange exchange) {
        Addresses.requireCaseReader(reader);
        return Answers.ok(Mono.justOrEmpty(Columns.parseId(id))
                .flatMapMany(known -> reports.of(new ApplicationId(known)))
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(report -> document(report, Language.of(exchange)))
                .collectList()
                .map(Page::new)
                .map(Outcome::done));
    }

    @GetMapping(ONE)
    Mono<ResponseEntity<Document>> one(StaffMember reader, @PathVariable String report, ServerWebExchange exchange) {
        Addresses.requireCaseReader(reader);
        return Answers.ok(found(report, Language.of(exchange)));
    }

    @PostMapping(path = ONE + "/findings/{finding}/answers", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<AnswerFinding.Answered>> answer(
            StaffMember actor,
            @PathVariable String report,
            @PathVariable String finding,
            @RequestBody byte[] body,
            ServerWebExchange exchange) {
        return Answers.created(answerFinding.answer(
                actor, IdempotencyKey.of(exchange), report, finding, json.read(body, AnswerFinding.Said.class)));
    }

    @GetMapping(ONE + "/replay")
    Mono<ResponseEntity<ReplayReport.Replayed>> replay(StaffMember actor, @PathVariable String report) {
        return Answers.ok(replayReport.replay(actor, report));
    }

    private Mono<Outcome<Document>> found(String id, Locale locale) {
        return Mono.justOrEmpty(Columns.parseId(id))
                .flatMap(reports::find)
                .flatMap(report -> document(report, locale))
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    private Mono<Document> document(Report report, Locale locale) {
        Basis basis = report.content().basis();
        return reports.answers(report.application()).flatMap(answers -> rules.versions(basis.versions())
                .map(versions -> RuleWords.of(versions, locale))
                .map(words -> new Document(
                        report.id().toString(),
                        report.application().toString(),
                        report.number(),
                        report.madeBy(),
                        report.madeAt(),
                        report.hash(),
                        basis.day(),
                        basis.extracts(),
                        basis.unchecked().stream()
                                .map(kind -> ExtractKind.valueOf(kind).word())
                                .toList(),
                        basis.rules(),
                        basis.unasked(),
                        report.content().findings().stream()
                                .map(finding -> line(finding, words, answers))
                                .toList(),
                        report.run())));
    }

    private static FindingLine line(Finding finding, RuleWords words, Map<String, List<Answer>> answers) {
        return new FindingLine(
                finding.number(),
                finding.rule(),
                finding.version(),
                finding.severity(),
                words.of(finding.version()),
                finding.member(),
                finding.evidence(),
                answers.getOrDefault(finding.key(), List.of()).stream()
                        .map(answer -> new AnswerLine(answer.verdict(), answer.words(), answer.by(), answer.at()))
                        .toList());
    }
}
