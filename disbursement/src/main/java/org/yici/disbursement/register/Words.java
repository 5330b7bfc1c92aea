package org.yici.disbursement.register;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yici.disbursement.household.Category;
import org.yici.disbursement.household.CategorySpell;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.disbursement.household.sheet.line.LineFlaw;
import org.yici.disbursement.household.sheet.line.LineProblem;

/** The register's words in the reader's language. */
@Component
final class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, key, locale));
    }

    String column(Column column, Locale locale) {
        return text(column.messageKey(), locale);
    }

    /** The sentence that says what to do. Categories are kept by their codes and said in words. */
    String problem(LineProblem problem, Locale locale) {
        return text(problem.flaw().messageKey(), locale, problem.arguments().toArray());
    }

    String shown(LineProblem problem, Locale locale) {
        boolean isCategory =
                problem.flaw() == LineFlaw.CATEGORIES_EXCLUDE || problem.flaw() == LineFlaw.CATEGORY_ON_FILE;
        return isCategory
                ? Category.of(problem.shown())
                        .map(category -> text(category.messageKey(), locale))
                        .orElse(problem.shown())
                : problem.shown();
    }

    /** 低保（农村）, 特困（农村，半自理). */
    String category(CategorySpell spell, Locale locale) {
        List<String> beside = Stream.of(
                        spell.area() == null ? null : spell.area().messageKey(),
                        spell.care() == null ? null : spell.care().messageKey())
                .filter(Objects::nonNull)
                .map(key -> text(key, locale))
                .toList();
        String name = text(spell.category().messageKey(), locale);
        return beside.isEmpty()
                ? name
                : text("household.category.with", locale, name, String.join(text("list.comma", locale), beside));
    }
}
