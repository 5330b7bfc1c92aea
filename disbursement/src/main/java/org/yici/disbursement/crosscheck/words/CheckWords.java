package org.yici.disbursement.crosscheck.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yici.disbursement.crosscheck.extract.Column;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.extract.RowProblem;
import org.yici.disbursement.crosscheck.report.Evidence;
import org.yici.disbursement.crosscheck.rule.Condition;
import org.yici.disbursement.crosscheck.rule.ConditionText;
import org.yici.disbursement.crosscheck.rule.Operand;
import org.yici.platform.web.Figures;

/** What is asked and what was found, in the reader's words. */
@Component
public final class CheckWords {

    private static final int DECIMALS = 2;

    private final MessageSource messages;

    CheckWords(MessageSource messages) {
        this.messages = messages;
    }

    public String text(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, key, locale));
    }

    public String column(Column column, Locale locale) {
        return text(column.messageKey(), locale);
    }

    public String problem(RowProblem problem, Locale locale) {
        return text(problem.flaw().messageKey(), locale);
    }

    /** 价值超过 ¥30,000.00，并且…; every row where nothing is asked. */
    public String condition(Condition condition, Locale locale) {
        if (condition instanceof Condition.Comparison one) {
            return text(one.operator().messageKey(), locale, column(one.column(), locale), operand(one, locale));
        }
        boolean any = condition instanceof Condition.Any;
        List<Condition> parts =
                condition instanceof Condition.Any ways ? ways.parts() : ((Condition.All) condition).parts();
        return parts.isEmpty()
                ? text("crosscheck.every-row", locale)
                : parts.stream()
                        .map(part -> condition(part, locale))
                        .collect(Collectors.joining(text(any ? "crosscheck.or" : "crosscheck.and", locale)));
    }

    /** A condition as its form takes it, columns in the reader's words where the form reads those. */
    public String written(Condition condition, ExtractKind kind, Locale locale) {
        return ConditionText.write(condition, column -> Optional.of(column(column, locale))
                .filter(word -> kind.named(word).filter(column::equals).isPresent())
                .orElse(column.name()));
    }

    private String operand(Condition.Comparison one, Locale locale) {
        Operand operand = one.operand();
        if (operand instanceof Operand.Figure figure) {
            return fact(one.column(), Long.toString(figure.value()), locale);
        }
        if (operand instanceof Operand.Day day) {
            return Figures.in(locale).date(day.day());
        }
        return operand instanceof Operand.OfStandard standard
                ? text("crosscheck.standard", locale, text("standard." + standard.code(), locale))
                : ((Operand.Word) operand).word();
    }

    /** A fact as it may be shown, in the reader's figures. */
    private static String fact(Column column, String fact, Locale locale) {
        return switch (column.sort()) {
            case AMOUNT -> Figures.in(locale).money(Long.parseLong(fact));
            case MEASURE ->
                BigDecimal.valueOf(Long.parseLong(fact), DECIMALS)
                        .stripTrailingZeros()
                        .toPlainString();
            case DAY -> Figures.in(locale).date(LocalDate.parse(fact));
            default -> fact;
        };
    }

    /** 品牌型号 五菱宏光，价值 ¥56,000.00. */
    public String facts(Map<String, String> facts, Locale locale) {
        Map<Column, String> inOrder = new EnumMap<>(Column.class);
        facts.forEach((column, fact) -> inOrder.put(Column.valueOf(column), fact));
        return inOrder.entrySet().stream()
                .map(fact -> text(
                        "crosscheck.fact",
                        locale,
                        column(fact.getKey(), locale),
                        fact(fact.getKey(), fact.getValue(), locale)))
                .collect(Collectors.joining(text("list.comma", locale)));
    }

    /**
     * 第 3 份，第 12 行：品牌型号 五菱宏光.
     *
     * @param departments by extract, where the reader should hear who sent it
     */
    public String rests(Evidence evidence, Map<Long, String> departments, Locale locale) {
        String where = text(
                "crosscheck.rests",
                locale,
                departments.getOrDefault(
                        evidence.extract(), text("crosscheck.extract.number", locale, "" + evidence.extract())),
                "" + evidence.row(),
                facts(evidence.facts(), locale));
        return evidence.otherName() ? where + text("crosscheck.other-name", locale) : where;
    }
}
