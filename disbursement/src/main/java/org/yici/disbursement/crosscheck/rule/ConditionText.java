package org.yici.disbursement.crosscheck.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yici.disbursement.crosscheck.extract.Column;
import org.yici.disbursement.crosscheck.extract.ExtractKind;
import org.yici.disbursement.crosscheck.rule.Condition.All;
import org.yici.disbursement.crosscheck.rule.Condition.Any;
import org.yici.disbursement.crosscheck.rule.Condition.Comparison;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldErrors;

/**
 * A condition as people write it: one comparison a line, all of which have to hold; a line {@code 或} or {@code or} begins
 * another way to meet it. A column is named as in the extract's heading, an amount is in yuan, and {@code @dibao-rural} is
 * what that standard comes to. Nothing written holds for every row.
 */
public final class ConditionText {

    public static final String FIELD = "condition";
    private static final int MOST_LINES = 20;
    private static final Pattern LINE = Pattern.compile("([^<>=!~]{1,40}?)\\s*(>=|<=|!=|>|<|=|~)\\s*(\\S.{0,99})");
    private static final Pattern OR = Pattern.compile("或|或者|or", Pattern.CASE_INSENSITIVE);
    private static final Pattern STANDARD = Pattern.compile("@[a-z][a-z0-9-]{0,39}");
    private static final Pattern MEASURE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

    private final ExtractKind kind;
    private final FieldErrors errors;

    private ConditionText(ExtractKind kind, FieldErrors errors) {
        this.kind = kind;
        this.errors = errors;
    }

    /** Collects what is wrong, line by line, in {@code errors}; the answer means something only when there is nothing. */
    public static Condition read(String text, ExtractKind kind, FieldErrors errors) {
        return new ConditionText(kind, errors).read(text);
    }

    /** A condition that was written by {@link #write}. */
    static Condition of(String text, ExtractKind kind) {
        FieldErrors errors = new FieldErrors();
        Condition condition = read(text, kind, errors);
        errors.throwIfAny();
        return condition;
    }

    private Condition read(String text) {
        List<Condition> ways = new ArrayList<>();
        List<Condition> way = new ArrayList<>();
        List<String> lines = text.lines()
                .map(line -> line.strip().replace('＞', '>').replace('＜', '<').replace('＝', '='))
                .filter(line -> !line.isEmpty())
                .toList();
        errors.require(lines.size() <= MOST_LINES, FIELD, "input.crosscheck.condition.long", MOST_LINES);
        for (String line : lines) {
            if (OR.matcher(line).matches()) {
                ways.add(new All(way));
                way = new ArrayList<>();
            } else {
                comparison(line).ifPresent(way::add);
            }
        }
        ways.add(new All(way));
        boolean isEmptyWay = ways.size() > 1
                && ways.stream().anyMatch(w -> w.comparisons().findAny().isEmpty());
        errors.require(!isEmptyWay, FIELD, "input.crosscheck.condition.or");
        return ways.size() == 1 ? ways.get(0) : new Any(ways);
    }

    private Optional<Comparison> comparison(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return refuse("input.crosscheck.condition.line", line);
        }
        Optional<Column> column = kind.named(parts.group(1)).filter(named -> named != Column.IDENTITY);
        if (column.isEmpty()) {
            return refuse("input.crosscheck.condition.column", parts.group(1));
        }
        Operator operator = Operator.of(parts.group(2)).orElseThrow();
        if (column.get().sort().isFigure() || column.get().sort() == Column.Sort.DAY
                ? operator == Operator.HAS
                : !operator.isOfWords()) {
            return refuse("input.crosscheck.condition.operator", line);
        }
        Optional<Operand> operand = operand(column.get(), parts.group(3).strip());
        return operand.isEmpty()
                ? refuse("input.crosscheck.condition.value", parts.group(3))
                : Optional.of(new Comparison(column.get(), operator, operand.get()));
    }

    private static Optional<Operand> operand(Column column, String value) {
        return switch (column.sort()) {
            case AMOUNT ->
                STANDARD.matcher(value).matches()
                        ? Optional.<Operand>of(new Operand.OfStandard(value.substring(1)))
                                .filter(standard -> column.span() != Column.Span.NONE)
                        : Money.parseYuan(value).money().map(Money::fen).map(Operand.Figure::new);
            case MEASURE ->
                Optional.of(value)
                        .filter(written -> MEASURE.matcher(written).matches())
                        .map(written -> new Operand.Figure(
                                new BigDecimal(written).movePointRight(2).longValueExact()));
            case DAY -> day(value);
            default -> Optional.of(new Operand.Word(value));
        };
    }

    private static Optional<Operand> day(String value) {
        try {
            return Optional.of(new Operand.Day(LocalDate.parse(value)));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> refuse(String key, String what) {
        errors.require(false, FIELD, key, what);
        return Optional.empty();
    }

    /** The one way to write a condition that was read. */
    public static String write(Condition condition) {
        return write(condition, Column::name);
    }

    /** The same for a person, with columns as {@code names} calls them; each has to be a heading of its column. */
    public static String write(Condition condition, Function<Column, String> names) {
        if (condition instanceof Comparison one) {
            return names.apply(one.column()) + " " + one.operator().sign() + " " + value(one.operand());
        }
        boolean any = condition instanceof Any;
        List<Condition> parts = condition instanceof Any ways ? ways.parts() : ((All) condition).parts();
        return parts.stream().map(part -> write(part, names)).collect(Collectors.joining(any ? "\nor\n" : "\n"));
    }

    private static String value(Operand operand) {
        if (operand instanceof Operand.Figure figure) {
            return BigDecimal.valueOf(figure.value(), 2).toPlainString();
        }
        if (operand instanceof Operand.Day day) {
            return day.day().toString();
        }
        return operand instanceof Operand.OfStandard standard ? "@" + standard.code() : ((Operand.Word) operand).word();
    }
}
