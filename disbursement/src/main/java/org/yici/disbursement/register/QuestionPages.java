package org.yici.disbursement.register;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Columns;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.FormBack;
import org.yici.disbursement.Page;
import org.yici.disbursement.household.question.DecideQuestion;
import org.yici.disbursement.household.question.Question;
import org.yici.disbursement.household.question.Questions;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.Language;
import reactor.core.publisher.Mono;

/** What may be twice on the register: both sides beside each other, and the answers that a person may give. */
@Controller
final class QuestionPages {

    static final String HOME = ListAddresses.REGISTER + "/questions";
    private static final int LINES = 50;

    private final Questions questions;
    private final DecideQuestion decideQuestion;
    private final QuestionWords words;
    private final StaffNames names;
    private final FormAnswers answers;

    QuestionPages(
            Questions questions,
            DecideQuestion decideQuestion,
            QuestionWords words,
            StaffNames names,
            FormAnswers answers) {
        this.questions = questions;
        this.decideQuestion = decideQuestion;
        this.words = words;
        this.names = names;
        this.answers = answers;
    }

    @GetMapping(HOME)
    Mono<Rendering> list(
            StaffMember reader,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after,
            Locale locale) {
        return page(
                reader,
                "decided".equals(show),
                Columns.parseId(after).orElse(null),
                locale,
                FormBack.fresh(),
                HttpStatus.OK);
    }

    @PostMapping(HOME + "/{id}/decision")
    Mono<Rendering> decide(StaffMember actor, @PathVariable String id, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        return exchange.getFormData()
                .flatMap(form -> answers.after(
                        Mono.defer(() -> decideQuestion.decide(
                                actor,
                                id,
                                new DecideQuestion.Decided(form.getFirst("decision"), form.getFirst("note")))),
                        locale,
                        household -> HOME,
                        (problem, status) -> page(
                                actor,
                                false,
                                null,
                                locale,
                                new FormBack(id, form.toSingleValueMap(), problem),
                                status)));
    }

    private Mono<Rendering> page(
            StaffMember reader,
            boolean decided,
            @Nullable UUID after,
            Locale locale,
            FormBack back,
            HttpStatus status) {
        return questions.list(decided, after, LINES + 1).collectList().flatMap(found -> {
            List<Question> rows = found.size() > LINES ? found.subList(0, LINES) : found;
            return Mono.zip(words.of(rows, reader, locale), questions.waiting(), names.of(people(rows)))
                    .map(parts -> Page.view("disbursement/register-questions")
                            .with("here", "households")
                            .with("questions", parts.getT1())
                            .with("waiting", parts.getT2())
                            .with("names", parts.getT3())
                            .with("decided", decided)
                            .with("mayDecide", ListAddresses.mayEnter(reader))
                            .with(
                                    "next",
                                    found.size() > LINES ? rows.get(LINES - 1).id() : null)
                            .with("back", back)
                            .status(status)
                            .build());
        });
    }

    private static List<String> people(List<Question> questions) {
        return questions.stream()
                .flatMap(question -> Stream.of(
                        question.raisedBy(),
                        question.answer() == null
                                ? question.raisedBy()
                                : question.answer().by()))
                .distinct()
                .toList();
    }
}
