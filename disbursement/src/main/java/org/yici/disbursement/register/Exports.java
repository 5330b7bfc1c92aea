package org.yici.disbursement.register;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.SheetFile;
import org.yici.disbursement.household.CategoryHistory;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.question.Question;
import org.yici.disbursement.household.question.Questions;
import org.yici.disbursement.household.sheet.ImportId;
import org.yici.disbursement.household.sheet.RegisterImports;
import org.yici.disbursement.household.sheet.RegisterLines;
import org.yici.disbursement.household.sheet.RegisterLines.Shown;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Figures;
import org.yici.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Every list of the register as a sheet. Taking people's data out is an act that the trail keeps. */
@RestController
final class Exports {

    private static final int PART = 500;

    private final Households households;
    private final CategoryHistory categories;
    private final RegisterImports imports;
    private final RegisterLines lines;
    private final Questions questions;
    private final LineWords lineWords;
    private final QuestionWords questionWords;
    private final Words words;
    private final AuditTrail audit;
    private final Scheduler sheetScheduler;

    Exports(
            Households households,
            CategoryHistory categories,
            RegisterImports imports,
            RegisterLines lines,
            Questions questions,
            LineWords lineWords,
            QuestionWords questionWords,
            Words words,
            AuditTrail audit,
            Scheduler sheetScheduler) {
        this.households = households;
        this.categories = categories;
        this.imports = imports;
        this.lines = lines;
        this.questions = questions;
        this.lineWords = lineWords;
        this.questionWords = questionWords;
        this.words = words;
        this.audit = audit;
        this.sheetScheduler = sheetScheduler;
    }

    @GetMapping(ListAddresses.REGISTER + "/register" + SheetFile.ENDINGS)
    Mono<ResponseEntity<byte[]>> register(StaffMember reader, @PathVariable String format, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        RegisterRows rows = new RegisterRows(words, locale, reader);
        Flux<List<String>> people = parts().publishOn(sheetScheduler).concatMap(part -> rows(part, rows), 1);
        return answer(reader, "register", format, locale, "layout.households", rows.headings(), people);
    }

    private Flux<List<Household>> parts() {
        return households
                .newest(null, PART)
                .collectList()
                .expand(part -> part.size() < PART
                        ? Mono.empty()
                        : households.newest(last(part), PART).collectList());
    }

    private static UUID last(List<Household> part) {
        return part.get(part.size() - 1).id().value();
    }

    private Flux<List<String>> rows(List<Household> part, RegisterRows rows) {
        return categories.of(part.stream().map(Household::id).toList()).flatMapIterable(histories -> part.stream()
                .flatMap(household -> rows.of(household, histories.getOrDefault(household.id(), List.of())).stream())
                .toList());
    }

    @GetMapping(ListAddresses.HOME + "/all" + SheetFile.ENDINGS)
    Mono<ResponseEntity<byte[]>> lists(StaffMember reader, @PathVariable String format, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        Figures figures = Figures.in(locale);
        Flux<List<String>> rows = imports.before(Long.MAX_VALUE, 10_000)
                .map(list -> List.of(
                        list.id().toString(),
                        words.text("register.state." + list.state(), locale),
                        list.fileName(),
                        list.broughtBy(),
                        figures.dateTime(list.broughtAt()),
                        "" + list.counts().added(),
                        "" + list.counts().changed(),
                        "" + list.counts().same(),
                        "" + list.counts().refused()));
        return answer(
                reader,
                "lists",
                format,
                locale,
                "register.lists",
                headings(
                        locale,
                        "register.list",
                        "register.state",
                        "register.file",
                        "register.brought-by",
                        "register.brought-at",
                        "register.fate.NEW",
                        "register.fate.CHANGED",
                        "register.fate.SAME",
                        "register.fate.REFUSED"),
                rows);
    }

    /** Every row with its fate and what is wrong with it: the clerk mends the list beside it. */
    @GetMapping(ListAddresses.HOME + "/{number}/rows" + SheetFile.ENDINGS)
    Mono<ResponseEntity<byte[]>> rows(
            StaffMember reader, @PathVariable String number, @PathVariable String format, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        ImportId id = ListAddresses.list(number);
        Flux<List<String>> rows = lines.after(id, 0, Shown.ALL, PART)
                .collectList()
                .expand(part -> part.size() < PART
                        ? Mono.empty()
                        : lines.after(id, part.get(PART - 1).row(), Shown.ALL, PART)
                                .collectList())
                .concatMapIterable(part -> part)
                .publishOn(sheetScheduler)
                .map(line -> row(lineWords.of(line, reader, locale)));
        return answer(
                reader,
                "list-" + id,
                format,
                locale,
                "register.rows",
                headings(
                        locale,
                        "register.row",
                        "register.fate",
                        "household.name",
                        "household.relation",
                        "household.identity",
                        "register.what"),
                rows);
    }

    private static List<String> row(LineView line) {
        LineView.Person person = line.person();
        String said = line.problems().stream()
                .map(problem -> problem.column() + (problem.shown().isEmpty() ? "" : " " + problem.shown()) + ": "
                        + problem.message())
                .collect(Collectors.joining(" "));
        return List.of(
                "" + line.row(),
                line.fate(),
                person == null ? "" : person.name(),
                person == null ? "" : person.relation(),
                person == null ? "" : person.identity(),
                (Objects.requireNonNullElse(line.note(), "") + " " + said).strip());
    }

    @GetMapping(ListAddresses.REGISTER + "/questions/all" + SheetFile.ENDINGS)
    Mono<ResponseEntity<byte[]>> questions(
            StaffMember reader, @PathVariable String format, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        Flux<List<String>> rows = questions
                .list(false, null, 10_000)
                .concatWith(questions.list(true, null, 10_000))
                .buffer(PART)
                .concatMap(part -> questionWords.of(part, reader, locale))
                .concatMapIterable(part -> part)
                .map(question -> row(question, locale));
        return answer(
                reader,
                "questions",
                format,
                locale,
                "register.questions",
                headings(
                        locale,
                        "register.question",
                        "register.question.register",
                        "register.question.said",
                        "register.question.decision",
                        "register.question.note"),
                rows);
    }

    private List<String> row(QuestionView view, Locale locale) {
        Question.Answer answer = view.question().answer();
        return List.of(
                view.kind(),
                side(view.register()),
                side(view.said()),
                answer == null
                        ? words.text("register.question.open", locale)
                        : words.text("register.question." + view.question().kind() + "." + answer.decision(), locale),
                answer == null ? "" : answer.note());
    }

    private static String side(QuestionView.Side side) {
        return side.title() + " " + String.join(" ", side.lines());
    }

    private List<String> headings(Locale locale, String... keys) {
        return List.of(keys).stream().map(key -> words.text(key, locale)).toList();
    }

    private Mono<ResponseEntity<byte[]>> answer(
            StaffMember reader,
            String name,
            String format,
            Locale locale,
            String title,
            List<String> headings,
            Flux<List<String>> rows) {
        return rows.collectList().publishOn(sheetScheduler).flatMap(all -> audit.record(
                        reader, "register-exported", name, Map.of("rows", all.size(), "format", format))
                .then(Mono.fromCallable(() -> SheetFile.of(format).answer(name, words.text(title, locale), sheet -> {
                            sheet.accept(headings);
                            all.forEach(sheet);
                        }))
                        .subscribeOn(sheetScheduler)));
    }
}
