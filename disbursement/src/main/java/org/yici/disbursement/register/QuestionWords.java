package org.yici.disbursement.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.household.CategoryHistory;
import org.yici.disbursement.household.CategorySpell;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.household.question.Question;
import org.yici.disbursement.household.question.Question.Said;
import org.yici.disbursement.register.QuestionView.Side;
import org.yici.platform.privacy.Masked;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Figures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Questions in the reader's words. */
@Component
final class QuestionWords {

    private final Households households;
    private final CategoryHistory categories;
    private final Words words;

    QuestionWords(Households households, CategoryHistory categories, Words words) {
        this.households = households;
        this.categories = categories;
        this.words = words;
    }

    /** What is needed to say something about several questions. */
    private record Known(
            Map<HouseholdId, Household> households,
            Map<MemberId, HouseholdId> homes,
            Map<HouseholdId, List<CategorySpell>> histories,
            boolean open,
            Locale locale) {

        Household home(MemberId member) {
            return Objects.requireNonNull(households.get(homes.get(member)));
        }
    }

    Mono<List<QuestionView>> of(List<Question> questions, StaffMember reader, Locale locale) {
        return Flux.fromIterable(questions)
                .concatMapIterable(QuestionWords::people)
                .distinct()
                .concatMap(member -> households.of(member).map(home -> Map.entry(member, home)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMap(homes -> known(homes, Reader.mayReadNames(reader), locale))
                .map(known -> questions.stream()
                        .map(question -> view(question, known))
                        .toList());
    }

    private static List<MemberId> people(Question question) {
        return Stream.of(question.member(), question.other())
                .filter(Objects::nonNull)
                .toList();
    }

    private Mono<Known> known(Map<MemberId, HouseholdId> homes, boolean open, Locale locale) {
        List<HouseholdId> ids = homes.values().stream().distinct().toList();
        return Mono.zip(
                        households.all(ids).collect(Collectors.toMap(Household::id, Function.identity())),
                        categories.of(ids))
                .map(parts -> new Known(parts.getT1(), homes, parts.getT2(), open, locale));
    }

    private QuestionView view(Question question, Known known) {
        Locale locale = known.locale();
        List<QuestionView.Choice> choices = question.kind().decisions().stream()
                .map(decision -> new QuestionView.Choice(
                        decision.name(), words.text("register.question." + question.kind() + "." + decision, locale)))
                .toList();
        return new QuestionView(
                question.id().toString(),
                words.text("register.question." + question.kind(), locale),
                person(question.member(), known, question.kind() == Question.Kind.CATEGORIES),
                question.other() == null ? said(question, known) : person(question.other(), known, false),
                choices,
                question);
    }

    private Side person(MemberId member, Known known, boolean withCategories) {
        Household home = known.home(member);
        Household.Member person = home.member(member).orElseThrow();
        List<String> lines = new ArrayList<>(List.of(
                home.code() + " " + home.township() + Objects.requireNonNullElse(home.village(), ""),
                person.relation() + " " + person.identity().masked()));
        if (person.left() != null) {
            lines.add(words.text(person.left().why().messageKey(), known.locale()));
        }
        if (withCategories) {
            known.histories().getOrDefault(home.id(), List.of()).stream()
                    .filter(CategorySpell::stands)
                    .map(spell -> since(words.category(spell, known.locale()), spell.since(), known.locale()))
                    .forEach(lines::add);
        }
        return new Side(name(person.name(), known), lines, ListAddresses.REGISTER + "/" + home.id());
    }

    private Side said(Question question, Known known) {
        Said said = Objects.requireNonNull(question.said());
        Locale locale = known.locale();
        if (said.category() == null) {
            String where =
                    Objects.requireNonNullElse(said.township(), "") + Objects.requireNonNullElse(said.village(), "");
            String head = name(Objects.requireNonNullElse(said.head(), ""), known);
            return new Side(
                    words.text("register.question.on-list", locale),
                    List.of(words.text("register.question.headed", locale, head), where),
                    null);
        }
        CategorySpell spell = new CategorySpell(
                new UUID(0, 0),
                null,
                said.category(),
                said.area(),
                said.care(),
                0,
                Objects.requireNonNull(said.since()),
                null,
                "");
        return new Side(
                words.text("register.question.on-list", locale),
                List.of(since(words.category(spell, locale), spell.since(), locale)),
                null);
    }

    private String since(String category, LocalDate day, Locale locale) {
        return words.text(
                "register.question.since", locale, category, Figures.in(locale).date(day));
    }

    private static String name(String name, Known known) {
        return known.open() ? name : Masked.name(name);
    }
}
